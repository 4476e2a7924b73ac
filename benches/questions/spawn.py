import asyncio
import threading

from harness import bench, main


async def nothing():
    pass


def thread(rounds):
    for _ in range(rounds):
        one = threading.Thread(target=nothing_at_all)
        one.start()
        one.join()


def nothing_at_all():
    pass


async def await_it(rounds):
    for _ in range(rounds):
        await nothing()


async def task(rounds):
    for _ in range(rounds):
        await asyncio.create_task(nothing())


async def thousand(rounds):
    for _ in range(rounds):
        for task in [asyncio.create_task(nothing()) for _ in range(1_000)]:
            await task


async def yield_now(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


@main
def measure():
    bench("thread", thread)
    bench("await", await_it)
    bench("task", task)
    bench("thousand", thousand, per_round=1_000)
    bench("yield", yield_now)
