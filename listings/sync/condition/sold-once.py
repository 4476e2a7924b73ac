import asyncio
import time


class Counter:
    def __init__(self):
        self.cakes = 0
        self.changed = asyncio.Condition()

    def try_take(self):
        there = self.cakes >= 1
        if there:
            self.cakes -= 1
        return there


async def buy(counter):
    start = time.perf_counter()
    while True:
        async with counter.changed:
            await counter.changed.wait_for(lambda: counter.cakes >= 1)
        print("a customer has seen a cake, and walks to the counter")
        await asyncio.sleep(0.3)
        if counter.try_take():
            break
    print(f"{time.perf_counter() - start:.1f}s a customer has a cake")


async def bake(counter):
    for _ in range(2):
        await asyncio.sleep(0.5)
        async with counter.changed:
            counter.cakes += 1
            counter.changed.notify_all()


async def main():
    counter = Counter()
    await asyncio.gather(buy(counter), buy(counter), bake(counter))
    print(f"cakes left: {counter.cakes}")


asyncio.run(main())
