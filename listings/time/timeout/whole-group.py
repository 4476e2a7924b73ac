import asyncio
import time


async def download(name, seconds, connections, done):
    connections.add(name)
    try:
        await asyncio.sleep(seconds)
        done.append(f"data from {name}")
    finally:
        connections.remove(name)


async def main():
    start = time.perf_counter()
    connections = set()
    done = []

    downloads = [("A", 1.0), ("B", 2.0), ("C", 3.0), ("D", 4.0)]
    in_time = True
    try:
        async with asyncio.timeout(2.5), asyncio.TaskGroup() as group:
            for name, seconds in downloads:
                group.create_task(
                    download(name, seconds, connections, done)
                )
    except TimeoutError:
        in_time = False
    print(f"all in time: {in_time}, done: {done}")
    print(f"connections open: {len(connections)}")
    print(f"after {time.perf_counter() - start:.1f}s")


asyncio.run(main())
