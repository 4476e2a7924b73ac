import asyncio
import time
from collections import namedtuple

Work = namedtuple("Work", ["photo", "begun", "done"])


async def resize(photo):
    begun = time.perf_counter()
    # Stands for computing.
    time.sleep(0.3)
    done = time.perf_counter()
    return Work(photo, begun, done)


def report(way, one, other):
    overlap = one.begun < other.done and other.begun < one.done
    print(f"{way}: {one.photo} and {other.photo} overlap: {overlap}")


async def main():
    harbor, garden = await asyncio.gather(
        resize("harbor"), resize("garden")
    )
    report("gather", harbor, garden)

    harbor = asyncio.create_task(resize("harbor"))
    garden = asyncio.create_task(resize("garden"))
    report("create_task", await harbor, await garden)


asyncio.run(main())
