import asyncio
import time


async def sleep_until(instant):
    await asyncio.sleep(instant - time.perf_counter())


async def read_sensor(seconds):
    await asyncio.sleep(seconds)
    return 20.0 + seconds


async def main():
    start = time.perf_counter()
    due = start

    for seconds in [0.3, 0.6, 0.2, 0.4]:
        await sleep_until(due)
        due += 1.0
        at = time.perf_counter() - start
        degrees = await read_sensor(seconds)
        print(f"{at:.1f}s: {degrees:.1f} degrees")


asyncio.run(main())
