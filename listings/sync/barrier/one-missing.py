import asyncio


async def walk(name, seconds):
    await asyncio.sleep(seconds)
    if name == "Cleo":
        raise RuntimeError(f"{name} has hurt a foot")


async def hike(name, to_hut, hut):
    await walk(name, to_hut)
    print(f"{name} is at the hut")
    await hut.wait()


async def main():
    hut = asyncio.Barrier(3)
    try:
        async with asyncio.TaskGroup() as hikers:
            hikers.create_task(hike("Ann", 0.5, hut))
            hikers.create_task(hike("Bob", 1.2, hut))
            hikers.create_task(hike("Cleo", 0.8, hut))
    except* RuntimeError as group:
        for error in group.exceptions:
            print(repr(error))


asyncio.run(main())
