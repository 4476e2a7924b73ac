import asyncio
import time

CHECKS = [(1, 0.9), (2, 0.1), (3, 0.2), (4, 0.3)]


async def check_payment(order, seconds):
    await asyncio.sleep(seconds)
    return order, order != 3


async def pack(order):
    await asyncio.sleep(0.5)
    return order


async def main():
    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        checks = [
            group.create_task(check_payment(*check)) for check in CHECKS
        ]

        packing = []
        for check in asyncio.as_completed(checks):
            order, is_paid = await check
            if is_paid:
                now = time.perf_counter() - start
                print(f"{now:.1f}s pack {order}")
                packing.append(group.create_task(pack(order)))
    print(f"{len(packing)} parcels")
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
