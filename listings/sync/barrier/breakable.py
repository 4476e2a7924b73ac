import asyncio
import time


async def hike(name, to_hut, patience, hut):
    start = time.perf_counter()
    await asyncio.sleep(to_hut)
    try:
        async with asyncio.timeout(patience):
            await hut.wait()
        outcome = "goes on"
    except asyncio.BrokenBarrierError:
        outcome = "hears that somebody is missing"
    except TimeoutError:
        await hut.abort()
        outcome = "goes home"
    return f"  {time.perf_counter() - start:.1f}s {name} {outcome}"


async def main():
    for patience in [0.8, 3.0]:
        print(f"Ann waits for {patience:.1f}s at most")
        hut = asyncio.Barrier(3)
        ann, bob, cleo = await asyncio.gather(
            hike("Ann", 0.5, patience, hut),
            hike("Bob", 1.0, 5.0, hut),
            hike("Cleo", 2.0, 5.0, hut),
        )
        print(f"{ann}\n{bob}\n{cleo}")


asyncio.run(main())
