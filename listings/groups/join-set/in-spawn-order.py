import asyncio
import time


async def fetch_part(number, seconds):
    await asyncio.sleep(seconds)
    return f"part {number}"


async def main():
    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        film = [
            group.create_task(fetch_part(1, 0.9)),
            group.create_task(fetch_part(2, 0.3)),
            group.create_task(fetch_part(3, 1.2)),
        ]

        for task in film:
            part = await task
            print(f"{time.perf_counter() - start:.1f}s {part}")


asyncio.run(main())
