import asyncio
import time


async def hike(name, to_hut, packs, hut):
    start = time.perf_counter()
    await asyncio.sleep(to_hut)
    print(f"{time.perf_counter() - start:.1f}s {name} is at the hut")

    while True:
        try:
            async with asyncio.timeout(0.5):
                await hut.wait()
            break
        except TimeoutError:
            now = time.perf_counter() - start
            print(f"{now:.1f}s {name} still waits")
    await asyncio.sleep(packs)
    print(f"{time.perf_counter() - start:.1f}s {name} goes on")


async def main():
    hut = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as hikers:
        hikers.create_task(hike("Ann", 0.0, 0.3, hut))
        hikers.create_task(hike("Bob", 0.7, 0.1, hut))
        hikers.create_task(hike("Cleo", 1.8, 0.2, hut))


asyncio.run(main())
