import asyncio

from harness import bench, main

RECEIVERS = 8
CAPACITY = 16


async def queues(rounds):
    receivers = [asyncio.Queue(CAPACITY) for _ in range(RECEIVERS)]
    for n in range(rounds):
        for queue in receivers:
            await queue.put(n)
        for queue in receivers:
            await queue.get()


@main
def measure():
    bench("queues", queues, per_round=RECEIVERS)
