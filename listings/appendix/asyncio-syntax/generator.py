import asyncio
import time


async def readings():
    celsius = 18
    while celsius <= 21:
        await asyncio.sleep(0.5)
        yield celsius
        celsius += 1


async def main():
    start = time.perf_counter()

    async for celsius in readings():
        print(f"{time.perf_counter() - start:.1f}s {celsius}")

    warm = [celsius async for celsius in readings() if celsius > 19]
    print(f"{time.perf_counter() - start:.1f}s {warm}")


asyncio.run(main())
