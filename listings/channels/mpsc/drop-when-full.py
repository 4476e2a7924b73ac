import asyncio
import time


async def engine(log, start):
    skipped = 0
    for burst in range(3):
        for line in range(1, 5 + 2 * burst):
            try:
                log.put_nowait(line)
            except asyncio.QueueFull:
                skipped += 1
        await asyncio.sleep(1)
    now = time.perf_counter() - start
    print(f"{now:.1f}s engine: stops, {skipped} lines skipped")


async def main():
    start = time.perf_counter()
    log = asyncio.Queue(5)
    task = asyncio.create_task(engine(log, start))

    await asyncio.sleep(0.5)
    while not (task.done() and log.empty()):
        lines = [log.get_nowait() for _ in range(log.qsize())]
        now = time.perf_counter() - start
        print(f"{now:.1f}s log: writes {len(lines)} lines")
        await asyncio.sleep(1)
    await task


asyncio.run(main())
