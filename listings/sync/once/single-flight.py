import asyncio
import time


class Prices:
    def __init__(self):
        self.known = {}

    async def get(self, item):
        if item not in self.known:
            self.known[item] = asyncio.create_task(fetch(item))
        return await self.known[item]


async def fetch(item):
    print(f"  fetching {item}")
    await asyncio.sleep(1)
    return len(item)


async def show(item, at, prices):
    start = time.perf_counter()
    await asyncio.sleep(at)
    price = await prices.get(item)
    print(f"{time.perf_counter() - start:.1f}s {item}: {price}")


async def main():
    prices = Prices()
    await asyncio.gather(
        show("pear", 0.0, prices),
        show("pear", 0.2, prices),
        show("melon", 0.4, prices),
        show("pear", 1.6, prices),
    )


asyncio.run(main())
