import asyncio

background = set()


async def send_receipt(order):
    await asyncio.sleep(0.7)
    print(f"order {order}: receipt sent")


async def take_order(order):
    await asyncio.sleep(0.2)
    task = asyncio.create_task(send_receipt(order))
    # The event loop itself keeps only a weak reference.
    background.add(task)
    task.add_done_callback(background.discard)
    print(f"order {order}: taken")


async def main():
    waiter = asyncio.create_task(take_order(7))
    await waiter
    print("the waiter has ended")

    await asyncio.sleep(1)
    print("closing")


asyncio.run(main())
