import asyncio
import time


async def record(start):
    levels = 0
    try:
        while True:
            await asyncio.sleep(0.4)
            levels += 1
            at = time.perf_counter() - start
            print(f"{at:.1f}s wrote level {levels}")
    except asyncio.CancelledError:
        await asyncio.sleep(0.3)  # saves the file
        at = time.perf_counter() - start
        print(f"{at:.1f}s saved {levels} levels")


async def main():
    start = time.perf_counter()
    recording = asyncio.create_task(record(start))

    await asyncio.sleep(1)
    print(f"{time.perf_counter() - start:.1f}s stop, please")
    recording.cancel()
    await recording
    print(f"{time.perf_counter() - start:.1f}s all is saved")


asyncio.run(main())
