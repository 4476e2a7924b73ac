import asyncio
import time


async def hike(name, to_hut, patience, hut):
    start = time.perf_counter()
    await asyncio.sleep(to_hut)
    print(f"{time.perf_counter() - start:.1f}s {name} is at the hut")

    try:
        async with asyncio.timeout(patience):
            await hut.wait()
        return True
    except TimeoutError:
        print(f"{time.perf_counter() - start:.1f}s {name} goes home")
        return False


async def main():
    # The rope needs three.
    hut = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as hikers:
        tasks = [
            hikers.create_task(hike("Ann", 0.5, 0.8, hut)),
            hikers.create_task(hike("Bob", 1.0, 5.0, hut)),
            hikers.create_task(hike("Cleo", 2.0, 5.0, hut)),
        ]

    on_rope = sum(task.result() for task in tasks)
    print(f"{on_rope} are on the rope")


asyncio.run(main())
