import asyncio
import time


async def water(plant, seconds, used, limit):
    async with limit:
        await asyncio.sleep(seconds)
        used["litres"] += 2
        print(f"{plant} watered, {used['litres']} litres used")


async def main():
    start = time.perf_counter()
    plants = [
        ("fern", 0.9),
        ("palm", 0.3),
        ("basil", 0.4),
        ("rose", 0.7),
    ]
    used = {"litres": 0}

    limit = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for plant, seconds in plants:
            group.create_task(water(plant, seconds, used, limit))

    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
