import asyncio
import time


class Rental:
    def __init__(self, bikes):
        self.free = bikes
        self.changed = asyncio.Condition()


async def ride(who, comes, n, rides, rental):
    start = time.perf_counter()
    await asyncio.sleep(comes)
    async with rental.changed:
        await rental.changed.wait_for(lambda: rental.free >= n)
        rental.free -= n
        left = rental.free
    now = time.perf_counter() - start
    print(f"{now:.1f}s {who}: {n} out, {left} left")
    await asyncio.sleep(rides)
    async with rental.changed:
        rental.free += n
        rental.changed.notify_all()


async def main():
    rental = Rental(4)
    await asyncio.gather(
        ride("club", 0.0, 3, 1.0, rental),
        ride("family", 0.2, 4, 0.5, rental),
        ride("tourist", 0.4, 1, 0.9, rental),
    )


asyncio.run(main())
