import asyncio
import time


class Dock:
    def __init__(self, bays):
        self.free = bays
        self.changed = asyncio.Condition()


def say(start, what):
    print(f"{time.perf_counter() - start:.1f}s {what}")


async def load(dock, start, who, at, bays):
    await asyncio.sleep(at)
    say(start, f"{who} asks for {bays} of {dock.free}")
    async with dock.changed:
        await dock.changed.wait_for(lambda: bays <= dock.free)
        dock.free -= bays
    say(start, f"{who} loads")
    await asyncio.sleep(1)
    async with dock.changed:
        dock.free += bays
        dock.changed.notify_all()


async def main():
    start = time.perf_counter()
    dock = Dock(2)
    await asyncio.gather(
        load(dock, start, "a van", 0, 1),
        load(dock, start, "a truck", 0.2, 2),
        load(dock, start, "a bicycle", 0.4, 1),
    )


asyncio.run(main())
