import asyncio
import time


async def charge_card():
    await asyncio.sleep(0.5)
    raise ValueError("card declined")


async def reserve_stock():
    print("  reserving")
    await asyncio.sleep(1.0)
    print("  reserved")
    return 2


async def main():
    print("gather(return_exceptions=True)")
    start = time.perf_counter()
    both = await asyncio.gather(
        charge_card(), reserve_stock(), return_exceptions=True
    )
    print(f"  after {time.perf_counter() - start:.1f}s: {both}")

    print("gather")
    start = time.perf_counter()
    try:
        await asyncio.gather(charge_card(), reserve_stock())
    except ValueError as error:
        print(f"  after {time.perf_counter() - start:.1f}s: {error!r}")

    await asyncio.sleep(1.5)
    print(f"closing at {time.perf_counter() - start:.1f}s")


asyncio.run(main())
