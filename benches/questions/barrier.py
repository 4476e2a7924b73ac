import asyncio

from harness import bench, main, together

MEMBERS = 8


async def tasks(rounds):
    barrier = asyncio.Barrier(MEMBERS)

    async def meet():
        for _ in range(rounds):
            await barrier.wait()

    await together(MEMBERS, meet)


async def anew(rounds):
    for _ in range(rounds):
        await together(MEMBERS, nothing)


async def nothing():
    pass


@main
def measure():
    bench("tasks", tasks)
    bench("anew", anew)
