import asyncio


class Dock:
    def __init__(self, bays):
        self.free = bays
        self.changed = asyncio.Condition()


async def load(dock, who, comes, bays):
    await asyncio.sleep(comes)
    async with dock.changed:
        await dock.changed.wait_for(lambda: bays <= dock.free)
        dock.free -= bays
    print(f"{who} loads")
    await asyncio.sleep(1)
    async with dock.changed:
        dock.free += bays
        dock.changed.notify_all()


async def main():
    dock = Dock(2)
    await asyncio.gather(
        load(dock, "a van", 0, 1),
        load(dock, "a road train", 0.2, 3),
        load(dock, "a bicycle", 0.4, 1),
    )


asyncio.run(main())
