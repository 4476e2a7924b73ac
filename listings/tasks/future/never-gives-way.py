import asyncio


class GiveWay:
    def __await__(self):
        return iter(())


async def resize(album):
    for photo in range(1, 4):
        print(f"{album}: photo {photo}")
        await GiveWay()


async def main():
    await asyncio.gather(resize("garden"), resize("harbor"))


asyncio.run(main())
