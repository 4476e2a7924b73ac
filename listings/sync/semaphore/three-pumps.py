import asyncio
import time


async def fill_up(pumps, start, car):
    await asyncio.sleep(0.1 * car)
    async with pumps:
        now = time.perf_counter() - start
        full = pumps.locked()
        print(f"{now:.1f}s car {car} is at a pump, full: {full}")
        await asyncio.sleep(1 + 0.2 * car)


async def main():
    start = time.perf_counter()
    pumps = asyncio.Semaphore(3)
    await asyncio.gather(
        fill_up(pumps, start, 0),
        fill_up(pumps, start, 1),
        fill_up(pumps, start, 2),
        fill_up(pumps, start, 3),
        fill_up(pumps, start, 4),
        fill_up(pumps, start, 5),
    )
    end = time.perf_counter() - start
    print(f"{end:.1f}s all gone, full: {pumps.locked()}")


asyncio.run(main())
