import asyncio
import time
from asyncio import gather


async def step(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} took {seconds:.1f}s")


async def in_waves():
    await gather(step("boil", 0.8), step("heat", 0.3))
    await gather(
        step("steep", 0.6), step("bacon", 0.9), step("eggs", 1.3)
    )
    await step("serve", 0.3)


async def in_chains():
    async def tea():
        await step("boil", 0.8)
        await step("steep", 0.6)

    async def pan():
        await step("heat", 0.3)
        await gather(step("bacon", 0.9), step("eggs", 1.3))

    await gather(tea(), pan())
    await step("serve", 0.3)


async def main():
    start = time.perf_counter()
    await in_waves()
    print(f"waves: {time.perf_counter() - start:.1f}s")

    start = time.perf_counter()
    await in_chains()
    print(f"chains: {time.perf_counter() - start:.1f}s")


asyncio.run(main())
