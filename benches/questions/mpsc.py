import asyncio

from harness import bench, main

CAPACITY = 100


def alone(capacity):
    async def run(rounds):
        queue = asyncio.Queue(capacity)
        for n in range(rounds):
            await queue.put(n)
            await queue.get()

    return run


async def stream_tasks(rounds):
    queue = asyncio.Queue(CAPACITY)

    async def send():
        for n in range(rounds):
            await queue.put(n)

    sender = asyncio.create_task(send())
    for _ in range(rounds):
        await queue.get()
    await sender


@main
def measure():
    bench("bounded", alone(CAPACITY))
    bench("unbounded", alone(0))
    bench("stream-tasks", stream_tasks)
