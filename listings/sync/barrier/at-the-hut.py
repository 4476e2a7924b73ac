import asyncio
import time


async def hike(name, to_hut, to_top, hut):
    start = time.perf_counter()
    await asyncio.sleep(to_hut)
    print(f"{time.perf_counter() - start:.1f}s {name} is at the hut")
    await hut.wait()
    await asyncio.sleep(to_top)
    print(f"{time.perf_counter() - start:.1f}s {name} is at the top")


async def main():
    hut = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as hikers:
        hikers.create_task(hike("Ann", 0.5, 1.0, hut))
        hikers.create_task(hike("Bob", 1.2, 0.4, hut))
        hikers.create_task(hike("Cleo", 2.0, 0.7, hut))


asyncio.run(main())
