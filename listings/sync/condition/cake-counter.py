import asyncio
from collections import deque


class Counter:
    def __init__(self):
        self.cakes = deque()
        self.changed = asyncio.Condition()

    async def put(self, cake):
        async with self.changed:
            while len(self.cakes) == 2:
                print("  the baker waits")
                await self.changed.wait()
            print(f"cake {cake} is on the counter")
            self.cakes.append(cake)
            self.changed.notify_all()

    async def take(self):
        async with self.changed:
            while not self.cakes:
                print("  the waiter waits")
                await self.changed.wait()
            cake = self.cakes.popleft()
            print(f"cake {cake} is taken")
            self.changed.notify_all()
            return cake


async def bake(counter):
    for cake in range(1, 6):
        await asyncio.sleep(0.2)
        await counter.put(cake)


async def serve(counter):
    while await counter.take() < 5:
        await asyncio.sleep(0.7)


async def main():
    counter = Counter()
    await asyncio.gather(bake(counter), serve(counter))


asyncio.run(main())
