import asyncio
import time


async def fetch(name, seconds):
    print(f"{name} starts")
    await asyncio.sleep(seconds)
    print(f"{name} ends after {seconds:.1f}s")
    return f"data from {name}"


async def main():
    start = time.perf_counter()

    a, b, c = await asyncio.gather(
        fetch("A", 1.0), fetch("B", 2.0), fetch("C", 1.5)
    )

    print(f"{a}, {b}, {c}")
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
