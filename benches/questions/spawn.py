import asyncio

from harness import bench, main, thread, together


async def nothing():
    pass


async def await_it(rounds):
    for _ in range(rounds):
        await nothing()


async def task(rounds):
    for _ in range(rounds):
        await asyncio.create_task(nothing())


async def thousand(rounds):
    for _ in range(rounds):
        await together(1_000, nothing)


async def yield_now(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


@main
def measure():
    thread()
    bench("await", await_it)
    bench("task", task)
    bench("thousand", thousand, per_round=1_000)
    bench("yield", yield_now)
