import asyncio
import time
from collections import namedtuple

Restaurant = namedtuple("Restaurant", "name seats answers_after")


async def ask(restaurant, guests):
    await asyncio.sleep(restaurant.answers_after)
    return restaurant.name if guests <= restaurant.seats else None


async def first_table(restaurants, guests):
    asked = [asyncio.create_task(ask(r, guests)) for r in restaurants]
    try:
        for answer in asyncio.as_completed(asked):
            if name := await answer:
                return name
        return "at home"
    finally:
        for task in asked:
            task.cancel()


async def main():
    alba = Restaurant("Alba", 8, 0.9)
    brio = Restaurant("Brio", 4, 0.4)
    for guests in [2, 6, 12]:
        start = time.perf_counter()
        place = await first_table([alba, brio], guests)
        waited = time.perf_counter() - start
        print(f"{guests} guests: {place}, after {waited:.1f}s")
        await asyncio.sleep(0.3)


asyncio.run(main())
