import asyncio
import contextlib
import time


async def complain(who, name):
    start = time.perf_counter()
    while True:
        await asyncio.sleep(1)
        waited = time.perf_counter() - start
        print(f"  {who}: {name}, {waited:.1f}s so far")


async def step(who, name, work):
    complaints = asyncio.create_task(complain(who, name))
    try:
        return await work
    finally:
        complaints.cancel()


class Place:
    def __init__(self, count):
        self.lock = asyncio.Lock()
        self.count = count


async def carry(who, pause, from_, to):
    async with contextlib.AsyncExitStack() as held:
        lock = held.enter_async_context
        await step(who, "lock where it is", lock(from_.lock))
        await asyncio.sleep(pause)
        await step(who, "lock where it goes", lock(to.lock))
        from_.count -= 1
        to.count += 1


async def main():
    shelf = Place(9)
    scales = Place(1)
    packer = asyncio.create_task(carry("packer", 0.3, shelf, scales))
    tidier = asyncio.create_task(carry("tidier", 0.5, scales, shelf))
    for customer in range(1, 4):
        await asyncio.sleep(0.9)
        print(f"customer {customer} is served")


asyncio.run(main())
