import asyncio

from harness import bench, main, thread

HUNDRED = 100


def nothing():
    pass


async def alone(rounds):
    for _ in range(rounds):
        await asyncio.to_thread(nothing)


async def hundred(rounds):
    for _ in range(rounds):
        await asyncio.gather(*(asyncio.to_thread(nothing) for _ in range(HUNDRED)))


@main
def measure():
    thread()
    bench("alone", alone)
    bench("hundred", hundred, per_round=HUNDRED)
