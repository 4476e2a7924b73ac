import asyncio
import time


async def travel(name, at_stop, walks, departure):
    start = time.perf_counter()
    await asyncio.sleep(at_stop)
    await departure.wait()
    await asyncio.sleep(walks)
    print(f"{time.perf_counter() - start:.1f}s {name} is at home")


async def drive(departure):
    for bus in [1, 2]:
        await asyncio.sleep(1)
        print(f"bus {bus} leaves")
        departure.set()
        departure.clear()


async def main():
    departure = asyncio.Event()
    await asyncio.gather(
        drive(departure),
        travel("Ann", 0.3, 0.4, departure),
        travel("Bob", 0.6, 0.2, departure),
        travel("Cleo", 1.2, 0.3, departure),
    )


asyncio.run(main())
