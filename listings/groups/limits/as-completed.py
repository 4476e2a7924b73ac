import asyncio
import time


async def quote(shop, seconds, euros):
    await asyncio.sleep(seconds)
    return shop, euros


async def main():
    start = time.perf_counter()

    quotes = [
        asyncio.create_task(quote("Willow", 1.6, 79)),
        asyncio.create_task(quote("Birch", 0.4, 95)),
        asyncio.create_task(quote("Maple", 0.8, 85)),
        asyncio.create_task(quote("Hazel", 3.0, 70)),
    ]

    for first in asyncio.as_completed(quotes):
        shop, euros = await first
        print(f"{time.perf_counter() - start:.1f}s {shop}: {euros}")
        if euros < 80:
            break
    print(f"still open: {sum(not task.done() for task in quotes)}")


asyncio.run(main())
