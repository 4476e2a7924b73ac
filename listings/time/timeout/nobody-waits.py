import asyncio


async def cook(dish, seconds, hatch):
    await asyncio.wait([hatch], timeout=seconds)
    if hatch.cancelled():
        await asyncio.sleep(0.2)
        print(f"kitchen: {dish} is off the stove")
        return
    print(f"kitchen: {dish} is ready")
    hatch.set_result(dish)


async def order(dish, seconds, kitchen):
    hatch = asyncio.get_running_loop().create_future()
    kitchen.create_task(cook(dish, seconds, hatch))
    try:
        print(f"guest: eats {await asyncio.wait_for(hatch, 1.0)}")
    except TimeoutError:
        print("guest: leaves")


async def main():
    async with asyncio.TaskGroup() as kitchen:
        await order("soup", 0.5, kitchen)
        await order("goose", 3.0, kitchen)


asyncio.run(main())
