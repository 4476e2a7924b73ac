import asyncio
import time


async def careless(printer):
    async with printer:
        await asyncio.sleep(1)


async def careful(printer):
    async with printer as _permit:
        await asyncio.sleep(1)


async def main():
    printer = asyncio.Semaphore(1)

    start = time.perf_counter()
    await asyncio.gather(*[careless(printer) for _ in range(3)])
    print(f"careless: {time.perf_counter() - start:.1f}s")

    start = time.perf_counter()
    await asyncio.gather(*[careful(printer) for _ in range(3)])
    print(f"careful: {time.perf_counter() - start:.1f}s")


asyncio.run(main())
