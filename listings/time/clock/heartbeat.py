import asyncio
import time


async def do_job(seconds):
    await asyncio.sleep(seconds)


async def main():
    start = last = due = time.perf_counter()

    for seconds in [0.2, 0.3, 1.9, 0.1, 0.2, 0.1]:
        await asyncio.sleep(due - time.perf_counter())
        due += 0.5
        now = time.perf_counter()
        at = now - start
        gap = now - last
        print(f"{at:.1f}s: beat, {gap:.1f}s after the last")
        last = now
        await do_job(seconds)
    print(f"{time.perf_counter() - start:.1f}s: all jobs done")


asyncio.run(main())
