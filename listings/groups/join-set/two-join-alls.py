import asyncio


async def measure(sensor, seconds):
    await asyncio.sleep(seconds)
    return sensor


async def main():
    sensors = [("cellar", 0.3), ("kitchen", 0.1), ("attic", 0.2)]

    tasks = [measure(name, seconds) for name, seconds in sensors]
    ended = [await first for first in asyncio.as_completed(tasks)]
    print(f"as_completed: {ended}")

    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(measure(name, seconds))
            for name, seconds in sensors
        ]
    print(f"TaskGroup: {[task.result() for task in tasks]}")


asyncio.run(main())
