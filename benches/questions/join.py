import asyncio

from harness import bench, main, together

MEMBERS = 8


async def member():
    await asyncio.sleep(0)


async def in_turn(rounds):
    for _ in range(rounds):
        await member()


async def join_all(rounds):
    for _ in range(rounds):
        await asyncio.gather(*(member() for _ in range(MEMBERS)))


async def tasks(rounds):
    for _ in range(rounds):
        await together(MEMBERS, member)


async def group(rounds):
    for _ in range(rounds):
        async with asyncio.TaskGroup() as group:
            for _ in range(MEMBERS):
                group.create_task(member())


@main
def measure():
    bench("in-turn", in_turn)
    bench("join-all", join_all, per_round=MEMBERS)
    bench("tasks", tasks, per_round=MEMBERS)
    bench("set", group, per_round=MEMBERS)
