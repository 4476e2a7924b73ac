import asyncio
import time


async def pause():
    await asyncio.sleep(1)


async def main():
    start = time.perf_counter()
    first = pause()
    second = pause()
    await first
    await second
    print(f"two async defs: {time.perf_counter() - start:.1f}s")

    start = time.perf_counter()
    first = asyncio.sleep(1)
    second = asyncio.sleep(1)
    await first
    await second
    print(f"two sleeps: {time.perf_counter() - start:.1f}s")


asyncio.run(main())
