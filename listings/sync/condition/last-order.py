import asyncio
import time


class Restaurant:
    def __init__(self):
        self.guests = 0
        self.changed = asyncio.Condition()

    async def change(self, by):
        async with self.changed:
            self.guests += by
            self.changed.notify_all()


async def dine(arrives, stays, restaurant):
    await asyncio.sleep(arrives)
    await restaurant.change(+1)
    await asyncio.sleep(stays)
    await restaurant.change(-1)


async def close_up(restaurant):
    start = time.perf_counter()
    await asyncio.sleep(1.0)
    print(f"door closed, {restaurant.guests} guests inside")

    async with restaurant.changed:
        await restaurant.changed.wait_for(
            lambda: restaurant.guests == 0
        )
    print(f"{time.perf_counter() - start:.1f}s the lights go out")


async def main():
    restaurant = Restaurant()
    await asyncio.gather(
        close_up(restaurant),
        dine(0.1, 0.6, restaurant),
        dine(0.4, 1.3, restaurant),
        dine(0.6, 0.8, restaurant),
    )


asyncio.run(main())
