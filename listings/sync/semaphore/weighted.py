import asyncio
import time


class Memory:
    # A permit stands for 20 MB.
    def __init__(self, permits):
        self.free = permits
        self.changed = asyncio.Condition()

    async def acquire(self, permits):
        async with self.changed:
            await self.changed.wait_for(lambda: permits <= self.free)
            self.free -= permits

    async def release(self, permits):
        async with self.changed:
            self.free += permits
            self.changed.notify_all()


async def resize(memory, permits, seconds):
    await asyncio.sleep(seconds)
    await memory.release(permits)


async def main():
    start = time.perf_counter()
    memory = Memory(5)
    sizes = [(3, 1.0), (1, 0.7), (2, 0.5), (1, 0.3)]

    async with asyncio.TaskGroup() as photos:
        for permits, seconds in sizes:
            await memory.acquire(permits)
            begin = time.perf_counter() - start
            print(f"{begin:.1f}s photo of {20 * permits} MB")
            photos.create_task(resize(memory, permits, seconds))
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
