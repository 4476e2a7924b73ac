import asyncio
import time


async def interval(period):
    due = time.perf_counter()
    while True:
        await asyncio.sleep(due - time.perf_counter())
        yield
        due += period


async def read_sensor(seconds):
    await asyncio.sleep(seconds)
    return 20.0 + seconds


async def main():
    start = time.perf_counter()
    ticks = interval(1.0)

    for seconds in [0.3, 0.6, 0.2, 0.4]:
        await anext(ticks)
        at = time.perf_counter() - start
        degrees = await read_sensor(seconds)
        print(f"{at:.1f}s: {degrees:.1f} degrees")


asyncio.run(main())
