import asyncio

from harness import bench, main

TASKS = 4


async def alone(rounds):
    lock = asyncio.Lock()
    number = 0
    for _ in range(rounds):
        async with lock:
            number += 1


async def across(rounds):
    lock = asyncio.Lock()

    async def add():
        for _ in range(rounds):
            async with lock:
                await asyncio.sleep(0)

    await asyncio.gather(*(add() for _ in range(TASKS)))


@main
def measure():
    bench("alone", alone)
    bench("across", across, per_round=TASKS)
