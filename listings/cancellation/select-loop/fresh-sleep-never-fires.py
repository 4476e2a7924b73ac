import asyncio
import time

STAY = 2.0


async def arrivals(gate):
    for name in ["Ann", "Ben", "Cleo", "Dan"]:
        await asyncio.sleep(0.9)
        await gate.put(name)


async def board(name):
    await asyncio.sleep(0.1)
    print(f"{name} is on board")


async def main():
    start = time.perf_counter()
    gate = asyncio.Queue(8)
    arriving = asyncio.create_task(arrivals(gate))

    try:
        while True:
            async with asyncio.timeout(STAY):
                name = await gate.get()
            await board(name)
    except TimeoutError:
        arriving.cancel()
    print(f"{time.perf_counter() - start:.1f}s: the ferry leaves")


asyncio.run(main())
