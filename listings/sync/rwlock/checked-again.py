import asyncio


class Cache:
    def __init__(self):
        self.report = None
        self.lock = asyncio.Lock()
        self.fetches = 0

    async def fetch(self):
        self.fetches += 1
        await asyncio.sleep(0.2)
        return "sunny"

    async def checked_once(self):
        if self.report is None:
            self.report = await self.fetch()
        return self.report

    async def checked_again(self):
        if self.report is None:
            async with self.lock:
                if self.report is None:
                    self.report = await self.fetch()
        return self.report


async def main():
    cache = Cache()
    await asyncio.gather(cache.checked_once(), cache.checked_once())
    print(f"checked once: {cache.fetches} fetches")

    cache = Cache()
    await asyncio.gather(cache.checked_again(), cache.checked_again())
    print(f"checked again: {cache.fetches} fetch")


asyncio.run(main())
