import asyncio

from harness import bench, main

HOUR = 3600


async def ready():
    pass


async def await_it(rounds):
    for _ in range(rounds):
        await ready()


async def two(rounds):
    never = asyncio.Event()
    for _ in range(rounds):
        tasks = [asyncio.create_task(never.wait()), asyncio.create_task(ready())]
        _, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()


async def timeout(rounds):
    for number in range(rounds):
        async with asyncio.timeout(HOUR):
            await ready()
        if number % 128 == 0:
            # The loop removes cancelled timers in its own turn.
            await asyncio.sleep(0)


async def yield_now(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def timeout_yield(rounds):
    for _ in range(rounds):
        async with asyncio.timeout(HOUR):
            await asyncio.sleep(0)


@main
def measure():
    bench("await", await_it)
    bench("two", two)
    bench("timeout", timeout)
    bench("yield", yield_now)
    bench("timeout-yield", timeout_yield)
