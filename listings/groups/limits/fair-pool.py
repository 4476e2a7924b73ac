import asyncio
import time


async def cake(ovens):
    async with ovens:
        await asyncio.sleep(1)


async def four_requests(ovens):
    async with asyncio.TaskGroup() as cakes:
        for _ in range(4):
            cakes.create_task(cake(ovens))


async def one_request_at_a_time(ovens):
    async with asyncio.TaskGroup() as cakes:
        for _ in range(4):
            await ovens.acquire()
            baking = cakes.create_task(asyncio.sleep(1))
            baking.add_done_callback(lambda _: ovens.release())


async def single_tart(ovens):
    await asyncio.sleep(0.2)
    asked = time.perf_counter()
    async with ovens:
        waited = time.perf_counter() - asked
        print(f"the tart waits {waited:.1f}s")
        await asyncio.sleep(1)


async def main():
    ovens = asyncio.Semaphore(2)
    await asyncio.gather(four_requests(ovens), single_tart(ovens))
    await asyncio.gather(
        one_request_at_a_time(ovens), single_tart(ovens)
    )


asyncio.run(main())
