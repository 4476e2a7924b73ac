import asyncio
import time


async def walk(name, seconds):
    async with asyncio.timeout(1.5):
        await asyncio.sleep(seconds)
    return name


async def phase(walks):
    walking = [walk(name, seconds) for name, seconds in walks]
    results = await asyncio.gather(*walking, return_exceptions=True)
    return [there for there in results if isinstance(there, str)]


async def main():
    start = time.perf_counter()
    there = await phase([("Ann", 0.5), ("Bob", 1.2), ("Cleo", 2.0)])
    print(f"{time.perf_counter() - start:.1f}s at the hut: {there}")

    if len(there) < 3:
        print("not enough for the rope, they take the path")
    there = await phase([(name, 0.9) for name in there])
    print(f"{time.perf_counter() - start:.1f}s at the top: {there}")


asyncio.run(main())
