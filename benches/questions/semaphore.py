import asyncio

from harness import bench, main

TASKS = 8
PERMITS = 2


async def alone(rounds):
    semaphore = asyncio.Semaphore(PERMITS)
    for _ in range(rounds):
        async with semaphore:
            pass


async def waiting(rounds):
    semaphore = asyncio.Semaphore(PERMITS)

    async def work():
        for _ in range(rounds):
            async with semaphore:
                await asyncio.sleep(0)

    await asyncio.gather(*(work() for _ in range(TASKS)))


@main
def measure():
    bench("alone", alone)
    bench("waiting", waiting, per_round=TASKS)
