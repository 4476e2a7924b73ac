import asyncio


async def log(orders):
    while (order := await orders.get()) is not None:
        print(f"logging order {order}")
        await asyncio.sleep(0.9)
    print("log closed")


async def main():
    orders = asyncio.Queue(4)
    task = asyncio.create_task(log(orders))

    for order in range(1, 9):
        try:
            orders.put_nowait(order)
        except asyncio.QueueFull:
            print(f"order {order} is lost")
        await asyncio.sleep(0.2)
    print("all orders sent")
    await orders.put(None)

    await task


asyncio.run(main())
