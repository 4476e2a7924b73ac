import asyncio


async def develop(photo, seconds):
    await asyncio.sleep(seconds)
    assert photo != "blank", "nothing on the film"
    print(f"{photo} developed")
    return f"print of {photo}"


async def develop_all():
    photos = [("bridge", 0.1), ("blank", 0.2), ("tower", 0.3)]
    async with asyncio.TaskGroup() as darkroom:
        tasks = [
            darkroom.create_task(develop(photo, seconds))
            for photo, seconds in photos
        ]
    return [task.result() for task in tasks]


async def main():
    try:
        print(await develop_all())
    except* AssertionError as group:
        print(f"no prints: {group.exceptions}")
    await asyncio.sleep(0.3)


asyncio.run(main())
