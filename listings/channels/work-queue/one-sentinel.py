import asyncio


async def cook(orders):
    while (dish := await orders.get()) is not None:
        await asyncio.sleep(0.5)


async def main():
    orders = asyncio.Queue(2)
    cooks = [asyncio.create_task(cook(orders)) for _ in range(3)]
    for dish in ["soup", "fish", "roast", "salad"]:
        await orders.put(dish)
    await orders.put(None)

    for first in asyncio.as_completed(cooks):
        await first
        print("a cook goes home")
    print("the kitchen closes")


asyncio.run(main())
