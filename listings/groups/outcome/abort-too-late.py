import asyncio


async def search(room, seconds, searchers):
    await asyncio.sleep(seconds)
    for searcher in searchers:
        searcher.cancel()
    return f"keys found in the {room}"


async def main():
    tasks = []
    rooms = [("attic", 0.5), ("garden", 0.2), ("cellar", 0.8)]
    for room, seconds in rooms:
        task = asyncio.create_task(search(room, seconds, tasks))
        tasks.append(task)

    for task in tasks:
        try:
            print(await task)
        except asyncio.CancelledError:
            print(f"cancelled: {task.cancelled()}")


asyncio.run(main())
