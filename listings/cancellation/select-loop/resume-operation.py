import asyncio
import time


async def refuel():
    for tank in [1, 2]:
        await asyncio.sleep(0.8)
        print(f"tank {tank} is full")
    return 2_000


async def arrivals(gate):
    for name in ["Ann", "Ben", "Cleo"]:
        await asyncio.sleep(0.6)
        await gate.put(name)


async def board(name):
    await asyncio.sleep(0.1)
    print(f"{name} is on board")


async def main():
    start = time.perf_counter()
    gate = asyncio.Queue(8)
    arriving = asyncio.create_task(arrivals(gate))

    refuelling = asyncio.create_task(refuel())
    boarding = asyncio.create_task(gate.get())
    while not refuelling.done():
        await asyncio.wait(
            [boarding, refuelling], return_when=asyncio.FIRST_COMPLETED
        )
        if boarding.done():
            await board(boarding.result())
            boarding = asyncio.create_task(gate.get())
    arriving.cancel()
    fuel = refuelling.result()
    print(f"{time.perf_counter() - start:.1f}s: {fuel} litres")


asyncio.run(main())
