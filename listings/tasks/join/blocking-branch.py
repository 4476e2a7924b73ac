import asyncio
import time


async def fetch(name, seconds, start):
    print(f"{time.perf_counter() - start:.1f}s {name} starts")
    await asyncio.sleep(seconds)
    print(f"{time.perf_counter() - start:.1f}s {name} ends")


async def unzip(name, seconds, start):
    print(f"{time.perf_counter() - start:.1f}s {name} starts")
    # Stands for computing, or for a library that knows no asyncio.
    time.sleep(seconds)
    print(f"{time.perf_counter() - start:.1f}s {name} ends")


async def main():
    start = time.perf_counter()

    await asyncio.gather(
        fetch("A", 1.0, start),
        unzip("B", 2.0, start),
        fetch("C", 1.5, start),
    )

    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
