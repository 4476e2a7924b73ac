import asyncio
import time


async def do_job(seconds):
    await asyncio.sleep(seconds)


async def beat(start):
    last = due = start
    while True:
        await asyncio.sleep(due - time.perf_counter())
        now = time.perf_counter()
        at = now - start
        gap = now - last
        print(f"{at:.1f}s: beat, {gap:.1f}s after the last")
        last = now
        missed = now - due > 0.005
        due = (now if missed else due) + 0.5


async def main():
    start = time.perf_counter()
    heart = asyncio.create_task(beat(start))

    for seconds in [0.2, 0.3, 1.9, 0.1, 0.2, 0.1]:
        await do_job(seconds)
    heart.cancel()
    print(f"{time.perf_counter() - start:.1f}s: all jobs done")


asyncio.run(main())
