import asyncio


class Counter:
    def __init__(self):
        self.cake = None
        self.changed = asyncio.Condition()

    async def put(self, cake):
        async with self.changed:
            while self.cake:
                print(f"no room for cake {cake}, the baker waits")
                await self.changed.wait()
            self.cake = cake
            self.changed.notify()

    async def take(self):
        async with self.changed:
            while not self.cake:
                print("no cake, a waiter waits")
                await self.changed.wait()
            print(f"cake {self.cake} is taken")
            self.cake = None
            self.changed.notify()


async def bake(counter):
    await asyncio.sleep(0.2)
    await counter.put(1)
    await counter.put(2)


async def main():
    counter = Counter()
    await asyncio.gather(counter.take(), counter.take(), bake(counter))
    print("both cakes are sold")


asyncio.run(main())
