import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"data from {name}"


async def main():
    start = time.perf_counter()
    downloads = set()
    async with asyncio.TaskGroup() as group:
        for name, seconds in [("A", 1.0), ("B", 2.0), ("C", 1.5)]:
            task = group.create_task(fetch(name, seconds))
            downloads.add(task)
        print(f"{len(downloads)} downloads")

        while downloads:
            done, downloads = await asyncio.wait(
                downloads, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                now = time.perf_counter() - start
                print(f"{now:.1f}s {task.result()}")
    print(f"{len(downloads)} downloads")


asyncio.run(main())
