import asyncio
import time


class Ready:
    def __init__(self):
        self.runners = 0
        self.changed = asyncio.Condition()


async def run(warm_up, ready):
    start = time.perf_counter()
    await asyncio.sleep(warm_up)
    async with ready.changed:
        ready.runners += 1
        ready.changed.notify_all()
        await ready.changed.wait_for(lambda: ready.runners >= 3)
    off = time.perf_counter() - start
    return f"warm after {warm_up:.1f}s, off at {off:.1f}s"


async def main():
    ready = Ready()
    runners = [run(warm_up, ready) for warm_up in [0.4, 1.2, 0.7]]
    log = await asyncio.gather(*runners)
    print("\n".join(sorted(log)))


asyncio.run(main())
