import asyncio

from harness import bench, main


async def permit(rounds):
    event = asyncio.Event()
    for _ in range(rounds):
        event.set()
        await event.wait()
        event.clear()


async def tasks(rounds):
    ping, pong = asyncio.Event(), asyncio.Event()

    async def answer():
        for _ in range(rounds):
            await ping.wait()
            ping.clear()
            pong.set()

    other = asyncio.create_task(answer())
    for _ in range(rounds):
        ping.set()
        await pong.wait()
        pong.clear()
    await other


@main
def measure():
    bench("permit", permit)
    bench("tasks", tasks)
