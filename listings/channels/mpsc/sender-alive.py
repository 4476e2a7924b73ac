import asyncio
import time


async def gauge(place, pause, levels):
    for level in [310, 312]:
        await asyncio.sleep(pause)
        await levels.put(f"{place} {level}")


async def main():
    start = time.perf_counter()
    levels = asyncio.Queue(8)
    gauges = [
        asyncio.create_task(gauge("bridge", 0.3, levels)),
        asyncio.create_task(gauge("weir", 1.0, levels)),
    ]

    while (message := await levels.get()) is not None:
        now = time.perf_counter() - start
        print(f"{now:.1f}s {message}")
    print(f"{time.perf_counter() - start:.1f}s the end")


asyncio.run(main())
