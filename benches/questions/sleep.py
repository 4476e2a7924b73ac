import asyncio
import time

from harness import bench, main, together

HOUR = 3600


def now(rounds):
    for _ in range(rounds):
        time.monotonic()


async def give_up(rounds):
    loop = asyncio.get_running_loop()
    for number in range(rounds):
        loop.call_later(HOUR, nothing).cancel()
        if number % 128 == 0:
            # The loop removes cancelled timers in its own turn, if most of its timers are cancelled.
            await asyncio.sleep(0)


def nothing():
    pass


def pending(timers):
    loop = asyncio.get_running_loop()
    for timer in range(timers):
        loop.call_later(HOUR / 4 + HOUR / 4 * timer / timers, nothing)


async def millisecond(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0.001)


async def many(rounds):
    for _ in range(rounds):
        times = (0.010 + 0.010 * task / 10_000 for task in range(10_000))
        await together(10_000, lambda: asyncio.sleep(next(times)))


@main
def measure():
    bench("now", now)
    bench("first", give_up)
    bench("later", give_up, setup=lambda: pending(1))
    bench("among", give_up, setup=lambda: pending(10_000))
    bench("millisecond", millisecond)
    bench("many", many, per_round=10_000, cpu=True, samples=10)
