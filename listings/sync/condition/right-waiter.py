import asyncio


class Counter:
    def __init__(self):
        self.cake = None
        lock = asyncio.Lock()
        self.filled = asyncio.Condition(lock)
        self.emptied = asyncio.Condition(lock)

    async def put(self, cake):
        async with self.emptied:
            while self.cake:
                print(f"no room for cake {cake}, the baker waits")
                await self.emptied.wait()
            self.cake = cake
            self.filled.notify()

    async def take(self):
        async with self.filled:
            while not self.cake:
                print("no cake, a waiter waits")
                await self.filled.wait()
            print(f"cake {self.cake} is taken")
            self.cake = None
            self.emptied.notify()


async def bake(counter):
    await asyncio.sleep(0.2)
    await counter.put(1)
    await counter.put(2)


async def main():
    counter = Counter()
    await asyncio.gather(counter.take(), counter.take(), bake(counter))
    print("both cakes are sold")


asyncio.run(main())
