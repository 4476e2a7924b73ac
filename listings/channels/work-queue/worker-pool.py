import asyncio
import time


async def cook(orders, start):
    while (order := await orders.get()) is not None:
        dish, seconds = order
        await asyncio.sleep(seconds)
        now = time.perf_counter() - start
        print(f"{now:.1f}s cook: {dish} is ready")


async def main():
    menu = [
        ("soup", 0.4),
        ("fish", 0.6),
        ("roast", 0.9),
        ("salad", 0.4),
    ]
    more = [("stew", 0.8), ("toast", 0.4), ("cake", 0.7)]
    start = time.perf_counter()
    orders = asyncio.Queue(2)
    async with asyncio.TaskGroup() as cooks:
        for _ in range(3):
            cooks.create_task(cook(orders, start))

        await asyncio.sleep(0.2)
        for dish, seconds in menu + more:
            await orders.put((dish, seconds))
            now = time.perf_counter() - start
            print(f"{now:.1f}s waiter: {dish} is ordered")
        for _ in range(3):
            await orders.put(None)
    now = time.perf_counter() - start
    print(f"{now:.1f}s the kitchen closes")


asyncio.run(main())
