import asyncio


async def ask(restaurant, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{restaurant} answers")
        return restaurant
    finally:
        print(f"the call to {restaurant} ends")


async def walk_to(restaurant):
    print(f"walking to {restaurant}")
    await asyncio.sleep(0.8)
    print(f"dinner at {restaurant}")


async def main():
    asked = [
        asyncio.create_task(ask("Alba", 0.9)),
        asyncio.create_task(ask("Brio", 0.4)),
    ]
    done, pending = await asyncio.wait(
        asked, return_when=asyncio.FIRST_COMPLETED
    )
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    await walk_to(done.pop().result())


asyncio.run(main())
