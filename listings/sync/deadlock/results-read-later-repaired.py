import asyncio


async def shrink(photos, small):
    while (photo := await photos.get()) is not None:
        await asyncio.sleep(0.1)
        await small.put(photo)
    await small.put(None)


async def main():
    to_shrink = asyncio.Queue(2)
    small = asyncio.Queue(2)

    async def hand_in():
        for photo in range(1, 9):
            await to_shrink.put(photo)
        await to_shrink.put(None)

    async def collect():
        while (photo := await small.get()) is not None:
            print(f"photo {photo} is small")

    async with asyncio.TaskGroup() as group:
        group.create_task(shrink(to_shrink, small))
        group.create_task(hand_in())
        group.create_task(collect())


asyncio.run(main())
