import asyncio


async def shrink(photos, small):
    while (photo := await photos.get()) is not None:
        await asyncio.sleep(0.1)
        await small.put(photo)
    await small.put(None)


async def main():
    to_shrink = asyncio.Queue(2)
    small = asyncio.Queue(2)
    shrinking = asyncio.create_task(shrink(to_shrink, small))

    for photo in range(1, 9):
        await to_shrink.put(photo)
        print(f"photo {photo} is handed in")
    await to_shrink.put(None)
    while (photo := await small.get()) is not None:
        print(f"photo {photo} is small")
    await shrinking


asyncio.run(main())
