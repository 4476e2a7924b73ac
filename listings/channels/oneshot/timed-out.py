import asyncio
import time


async def plan_route(reply, start):
    await asyncio.sleep(2)
    now = time.perf_counter() - start
    try:
        reply.set_result("along the coast")
        print(f"{now:.1f}s planner: sent the route")
    except asyncio.InvalidStateError:
        print(f'{now:.1f}s planner: nobody wants "along the coast"')


async def main():
    start = time.perf_counter()
    reply = asyncio.get_running_loop().create_future()
    planner = asyncio.create_task(plan_route(reply, start))

    try:
        route = await asyncio.wait_for(reply, 1)
        now = time.perf_counter() - start
        print(f"{now:.1f}s driver: I go {route}")
    except TimeoutError:
        now = time.perf_counter() - start
        print(f"{now:.1f}s driver: too late, I follow the signs")
    await planner


asyncio.run(main())
