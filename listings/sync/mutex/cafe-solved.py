import asyncio
import time


class Cafe:
    def __init__(self):
        self.machine = asyncio.Lock()
        self.orders = []
        self.served = 0

    async def brew(self):
        async with self.machine:
            await asyncio.sleep(0.3)

    async def serve(self, order):
        self.orders.append(order)
        await self.brew()
        # The guest drinks.
        await asyncio.sleep(0.5)
        self.served += 1


async def main():
    start = time.perf_counter()
    cafe = Cafe()
    await asyncio.gather(
        cafe.serve("espresso"),
        cafe.serve("latte"),
        cafe.serve("mocha"),
        cafe.serve("ristretto"),
    )
    print(f"orders: {cafe.orders}")
    print(f"served: {cafe.served}")
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
