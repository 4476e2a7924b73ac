import asyncio
import time
from contextlib import suppress


async def measure(legs):
    await asyncio.sleep(0.4 * legs)
    return 20 * legs


async def leg_by_leg(reply, start):
    miles = 0
    for leg in range(1, 6):
        if reply.cancelled():
            now = time.perf_counter() - start
            print(f"{now:.1f}s leg by leg: stops before leg {leg}")
            return
        miles += await measure(1)
    reply.set_result(miles)


async def in_one_go(reply, start):
    miles = asyncio.create_task(measure(5))
    reply.add_done_callback(lambda _: miles.cancel())
    await asyncio.wait([miles])
    if not miles.cancelled():
        reply.set_result(miles.result())
    else:
        now = time.perf_counter() - start
        print(f"{now:.1f}s in one go: stops")


async def main():
    start = time.perf_counter()
    loop = asyncio.get_running_loop()
    by_legs, at_once = loop.create_future(), loop.create_future()
    async with asyncio.TaskGroup() as planners:
        planners.create_task(leg_by_leg(by_legs, start))
        planners.create_task(in_one_go(at_once, start))
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(by_legs, at_once), 1)
    print(f"the driver got an answer: {not at_once.cancelled()}")


asyncio.run(main())
