import asyncio


async def in_stock():
    return 3


async def in_warehouse():
    await asyncio.sleep(0.1)
    return 40


async def outcome(limited):
    try:
        return await limited
    except TimeoutError as elapsed:
        return repr(elapsed)


async def main():
    print("no time at all")
    print(f"  {await outcome(asyncio.wait_for(in_stock(), 0))}")
    print(f"  {await outcome(asyncio.wait_for(in_warehouse(), 0))}")

    print("deadline long gone")
    stock = asyncio.wait_for(in_stock(), 0.5)
    warehouse = asyncio.wait_for(in_warehouse(), 0.5)
    await asyncio.sleep(1)
    print(f"  {await outcome(stock)}")
    print(f"  {await outcome(warehouse)}")


asyncio.run(main())
