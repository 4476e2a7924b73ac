import asyncio


async def request(lines, seconds):
    async with lines:
        await asyncio.sleep(seconds)


async def ask(lines, shop, seconds):
    await request(lines, seconds)
    return shop


async def main():
    lines = asyncio.Semaphore(2)
    shops = [("bakery", 0.1), ("dairy", 0.6), ("butcher", 0.1)]

    answers = [
        asyncio.create_task(ask(lines, shop, seconds))
        for shop, seconds in shops
    ]
    for answer in asyncio.as_completed(answers):
        shop = await answer
        print(f"the {shop} has answered")
        await request(lines, 0.1)
        print(f"the {shop} has the order")


asyncio.run(main())
