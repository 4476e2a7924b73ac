import asyncio
import math
import time


def burst(due, now):
    return due + 1.0


def delay(due, now):
    missed = now - due > 0.005
    return (now if missed else due) + 1.0


def skip(due, now):
    return due + max(1, math.ceil(now - due))


async def watch_tank(name, behavior):
    start = due = time.perf_counter()

    readings = []
    for seconds in [0.1, 3.5, 0.1, 0.1, 0.1, 0.1]:
        await asyncio.sleep(due - time.perf_counter())
        now = time.perf_counter()
        due = behavior(due, now)
        readings.append(f"{now - start:.1f}s")
        await asyncio.sleep(seconds)
    print(f"{name}: {' '.join(readings)}")


async def main():
    await asyncio.gather(
        watch_tank("Burst", burst),
        watch_tank("Delay", delay),
        watch_tank("Skip", skip),
    )


asyncio.run(main())
