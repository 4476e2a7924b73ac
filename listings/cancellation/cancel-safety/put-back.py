import asyncio
import json


async def lend(shelf, lent):
    book = shelf.pop()
    try:
        await asyncio.sleep(0.2)  # stamps the book
        await asyncio.sleep(0.2)  # prints a receipt
    except asyncio.CancelledError:
        shelf.append(book)
        raise
    lent.append(book)


async def main():
    shelf, lent = ["Emma", "Ulysses"], []
    try:
        await asyncio.create_task(lend(shelf, lent))
        ended = "true"
    except asyncio.CancelledError:
        ended = "false"
    on_shelf, at_home = json.dumps(shelf), json.dumps(lent)
    print(f"ended: {ended}, shelf {on_shelf}, lent {at_home}")


asyncio.run(main())
