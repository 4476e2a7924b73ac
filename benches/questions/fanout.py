import asyncio

from harness import bench, main, together

TASKS = 10_000


async def nothing(rounds):
    for _ in range(rounds):
        await together(TASKS, no_wait)


async def no_wait():
    pass


async def notify(rounds):
    for _ in range(rounds):
        event = asyncio.Event()
        tasks = [asyncio.create_task(event.wait()) for _ in range(TASKS)]
        await asyncio.sleep(0)  # now all of them wait
        event.set()
        for task in tasks:
            await task


@main
def measure():
    bench("nothing", nothing, per_round=TASKS, samples=10)
    bench("notify", notify, per_round=TASKS, samples=10)
