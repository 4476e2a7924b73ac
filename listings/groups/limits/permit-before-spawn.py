import asyncio
import time


async def job(number, start):
    begin = time.perf_counter() - start
    await asyncio.sleep(0.8 + 0.2 * number)
    end = time.perf_counter() - start
    print(f"T{number}: {begin:.1f}s to {end:.1f}s")


async def main():
    start = time.perf_counter()
    limit = asyncio.Semaphore(2)

    async with asyncio.TaskGroup() as group:
        for number in range(1, 7):
            await limit.acquire()
            task = group.create_task(job(number, start))
            task.add_done_callback(lambda _: limit.release())
        print(f"all spawned at {time.perf_counter() - start:.1f}s")

    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
