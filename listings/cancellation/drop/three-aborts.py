import asyncio


async def cook(order, seconds):
    try:
        print(f"cooking order {order}")
        await asyncio.sleep(seconds)
        print(f"order {order} is served")
        return order
    finally:
        print(f"order {order} is off the board")


async def main():
    soup = asyncio.create_task(cook(7, 0.3))
    await asyncio.sleep(0.5)
    roast = asyncio.create_task(cook(8, 2.0))
    await asyncio.sleep(0.5)
    cake = asyncio.create_task(cook(9, 0.5))

    for dish, task in [("cake", cake), ("roast", roast), ("soup", soup)]:
        task.cancel()
        try:
            print(f"{dish}: {await task}")
        except asyncio.CancelledError:
            print(f"{dish}: cancelled")


asyncio.run(main())
