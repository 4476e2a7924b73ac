import asyncio
import time


async def go(name, arrives, coins):
    start = time.perf_counter()
    await asyncio.sleep(arrives)
    async with coins:
        await coins.wait()
    print(f"{time.perf_counter() - start:.1f}s {name} passes")


async def pay(coins):
    for pause in [0.1, 0.1, 0.8]:
        await asyncio.sleep(pause)
        print("a coin falls")
        async with coins:
            coins.notify()


async def main():
    coins = asyncio.Condition()
    await asyncio.gather(
        pay(coins),
        go("Ann", 0.4, coins),
        go("Bob", 0.6, coins),
        go("Cleo", 0.8, coins),
    )


asyncio.run(main())
