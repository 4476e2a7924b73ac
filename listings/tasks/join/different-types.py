import asyncio
import time


async def author():
    await asyncio.sleep(0.3)
    return "Herman Melville"


async def price_in_cents():
    await asyncio.sleep(0.6)
    return 1_250


async def main():
    start = time.perf_counter()

    async def in_stock():
        await asyncio.sleep(0.25)
        print("shop counted")
        await asyncio.sleep(0.25)
        print("warehouse counted")
        return True

    book = await asyncio.gather(author(), price_in_cents(), in_stock())

    print(book)
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
