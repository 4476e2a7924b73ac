import asyncio
import gc
import tracemalloc

from harness import main, note, run

COUNT = 1_000
SAMPLES = 10


def each(name, make):
    """Measures objects that are made one after the other and kept: the bytes that Python allocates for each, with its place in a list."""

    async def measure():
        kept = []
        gc.collect()
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        kept.extend([make() for _ in range(COUNT)])
        for _ in range(3):
            await asyncio.sleep(0)
        gc.collect()
        bytes = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        for one in kept:
            if isinstance(one, asyncio.Task):
                one.cancel()
        return bytes / COUNT

    note(name, "bytes", [run(measure()) for _ in range(SAMPLES)])


async def forever():
    await asyncio.get_running_loop().create_future()


@main
def measure():
    each("task", lambda: asyncio.create_task(forever()))
    each("task-sleep", lambda: asyncio.create_task(asyncio.sleep(3_600)))
    each("oneshot", lambda: asyncio.get_running_loop().create_future())
    each("mpsc-1", lambda: asyncio.Queue(1))
    each("mpsc-1000", lambda: asyncio.Queue(1_000))
    each("mpsc-unbounded", asyncio.Queue)
    each("mutex", asyncio.Lock)
    each("semaphore", asyncio.Semaphore)
    each("notify", asyncio.Event)
