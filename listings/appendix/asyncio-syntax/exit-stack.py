import asyncio
import time
from contextlib import AsyncExitStack


async def close(what, start):
    await asyncio.sleep(0.3)
    print(f"{time.perf_counter() - start:.1f}s {what} closed")


async def main():
    start = time.perf_counter()
    async with AsyncExitStack() as stack:
        for what in ["door", "oven", "jar"]:
            print(f"{what} open")
            stack.push_async_callback(close, what, start)
        print(f"{time.perf_counter() - start:.1f}s baking")


asyncio.run(main())
