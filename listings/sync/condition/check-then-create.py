import asyncio


class Counter:
    def __init__(self):
        self.cakes = []
        self.changed = asyncio.Condition()

    async def put(self, cake):
        async with self.changed:
            print(f"the {cake} is on the counter")
            self.cakes.append(cake)
            self.changed.notify_all()

    async def take(self):
        async with self.changed:
            while not self.cakes:
                await apologize()
                await self.changed.wait()
            return self.cakes.pop()


async def apologize():
    print("no cake yet, the waiter apologizes to the guests")
    await asyncio.sleep(0.4)


async def bake(counter):
    await asyncio.sleep(0.2)
    await counter.put("cheesecake")


async def main():
    counter = Counter()
    cake, _ = await asyncio.gather(counter.take(), bake(counter))
    print(f"the {cake} is served")


asyncio.run(main())
