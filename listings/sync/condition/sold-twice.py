import asyncio


class Counter:
    def __init__(self):
        self.cakes = 0
        self.changed = asyncio.Condition()


async def buy(counter):
    async with counter.changed:
        await counter.changed.wait_for(lambda: counter.cakes >= 1)
    print("a customer has seen a cake, and walks to the counter")
    await asyncio.sleep(0.3)
    counter.cakes -= 1


async def bake(counter):
    await asyncio.sleep(0.5)
    async with counter.changed:
        counter.cakes += 1
        counter.changed.notify_all()


async def main():
    counter = Counter()
    await asyncio.gather(buy(counter), buy(counter), bake(counter))
    print(f"cakes left: {counter.cakes}")


asyncio.run(main())
