import asyncio
import time


async def log(line, seconds):
    await asyncio.sleep(seconds)
    print(line)


def lights():
    asyncio.create_task(log("lights: on", 0.3))


async def oven():
    asyncio.create_task(log("oven: hot", 0.6))


async def main():
    start = time.perf_counter()
    door = asyncio.create_task(log("door: unlocked", 0.2))
    lights()
    await oven()
    await door
    print(f"open at {time.perf_counter() - start:.1f}s")


asyncio.run(main())
