import asyncio
import time


async def gauge(levels):
    for level in [310, 312, 315]:
        await asyncio.sleep(0.5)
        await levels.put(level)
    await levels.put(None)


async def main():
    start = time.perf_counter()
    levels = asyncio.Queue(8)
    task = asyncio.create_task(gauge(levels))

    while (level := await levels.get()) is not None:
        now = time.perf_counter() - start
        print(f"{now:.1f}s level {level}")
    print(f"{time.perf_counter() - start:.1f}s the end")


asyncio.run(main())
