import asyncio


async def develop(photo, seconds):
    await asyncio.sleep(seconds)
    assert photo != "blank", "nothing on the film"
    print(f"{photo} developed")
    return f"print of {photo}"


async def develop_all():
    photos = [("bridge", 0.1), ("blank", 0.2), ("tower", 0.3)]
    darkroom = [develop(photo, seconds) for photo, seconds in photos]
    prints = []
    for first in asyncio.as_completed(darkroom):
        try:
            prints.append(await first)
        except AssertionError as error:
            print(f"one lost: {error}")
    return prints


async def main():
    print(await develop_all())


asyncio.run(main())
