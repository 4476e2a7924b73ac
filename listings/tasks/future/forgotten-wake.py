import asyncio
import time


class Delay:
    def __init__(self, deadline):
        self.deadline = deadline

    def __await__(self):
        loop = asyncio.get_running_loop()
        while time.perf_counter() < self.deadline:
            yield from loop.create_future()


async def steep(start, seconds):
    await Delay(start + seconds)
    print(f"tea after {time.perf_counter() - start:.1f}s")


async def main():
    start = time.perf_counter()
    await asyncio.gather(steep(start, 0.5), asyncio.sleep(1))

    print("and now alone")
    await steep(start, 1.5)


asyncio.run(main())
