"""Measures one asyncio operation after the other, and prints its notes as a line of JSON."""

import asyncio
import inspect
import json
import platform
import sys
import threading
import time

SAMPLES = 30
SECONDS = 0.7  # for all samples of one operation together

arguments = set(sys.argv[1:])
is_test = "--test" in arguments  # does each operation once
loop = "uvloop" if "--uvloop" in arguments else "asyncio"
notes = []


def bench(name, rounds, per_round=1, cpu=False, samples=SAMPLES, setup=None):
    """Measures an operation. `rounds`, a function or a coroutine function, does a number of rounds of it.

    `name` is the name of the operation in Rust. `cpu` counts processor time instead of time on the clock. A coroutine function's
    `setup` is called within the loop, before the time is taken.
    """
    print(f"{loop}: {name}", file=sys.stderr)
    count = 1
    if not is_test:
        # As `timeit.Timer.autorange`: more rounds until a sample is long enough. This is also the warm-up.
        while once(rounds, count, setup)[0] < SECONDS / samples and count < 1 << 30:
            count *= 2
    measured = [once(rounds, count, setup) for _ in range(1 if is_test else samples)]
    each = 1e9 / (count * per_round)
    times = {"wall": [wall * each for wall, _ in measured], "cpu": [cpu * each for _, cpu in measured]}
    unit = "cpu" if cpu else "wall"
    note(name, unit, times[unit], times["cpu"])


def note(name, unit, values, cpu=()):
    """Notes what was measured; `main` prints all notes in the end."""
    notes.append({"name": name, "by": loop, "what": "", "unit": unit, "values": list(values), "cpu": list(cpu)})


def once(rounds, count, setup):
    """The time on the clock and the processor time of a number of rounds, in seconds, without starting and ending the loop."""
    if inspect.iscoroutinefunction(rounds):
        return run(timed(rounds, count, setup))
    start, cpu = time.perf_counter(), time.process_time()
    rounds(count)
    return time.perf_counter() - start, time.process_time() - cpu


async def timed(rounds, count, setup):
    """As `once`, within a loop."""
    if setup:
        setup()
    start, cpu = time.perf_counter(), time.process_time()
    await rounds(count)
    return time.perf_counter() - start, time.process_time() - cpu


def thread():
    """Measures a thread that does nothing, with which several questions compare."""

    def rounds(count):
        for _ in range(count):
            one = threading.Thread(target=lambda: None)
            one.start()
            one.join()

    bench("thread", rounds)


async def together(tasks, function):
    """Starts a number of tasks, each with a coroutine of its own, and awaits them all."""
    for task in [asyncio.create_task(function()) for _ in range(tasks)]:
        await task


def run(coroutine):
    """Runs a coroutine in an event loop of its own."""
    if loop == "uvloop":
        import uvloop

        return uvloop.run(coroutine)
    return asyncio.run(coroutine)


def main(measure):
    """Measures, and prints the notes and the versions."""
    measure()
    versions = {"python": platform.python_version()}
    if loop == "uvloop":
        import uvloop

        versions["uvloop"] = uvloop.__version__
    print(json.dumps({"versions": versions, "notes": notes}))
