import asyncio


async def price(letter, seconds):
    await asyncio.sleep(seconds)
    _, cents = letter.split(": ")
    return int(cents)


async def main():
    answers = [
        asyncio.create_task(price("flour: 120", 0.1)),
        asyncio.create_task(price("sugar: cheap", 0.2)),
        asyncio.create_task(price("butter is out of stock", 0.3)),
        asyncio.create_task(price("yeast: 80", 0.4)),
    ]

    for answer in answers:
        try:
            print(f"a value: {await answer}")
        except ValueError as error:
            print(f"an error: {error}")


asyncio.run(main())
