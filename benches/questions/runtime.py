import asyncio

from harness import bench, main, run, thread, together

TASKS = 1_000


async def nothing():
    pass


def build(rounds):
    for _ in range(rounds):
        run(nothing())


async def yield_now(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def yield_among(rounds):
    await together(TASKS, lambda: yield_now(rounds))


@main
def measure():
    thread()
    bench("build", build)
    bench("yield-alone", yield_now)
    bench("yield", yield_among, per_round=TASKS)
