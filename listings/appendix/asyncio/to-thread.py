import asyncio
import time


def compress(file):
    time.sleep(1)
    return f"{file}.gz"


async def show_progress(start):
    for _ in range(3):
        await asyncio.sleep(0.4)
        print(f"{time.perf_counter() - start:.1f}s still here")


async def main():
    start = time.perf_counter()

    async def work():
        file = await asyncio.to_thread(compress, "letters")
        print(f"{time.perf_counter() - start:.1f}s {file}")

    await asyncio.gather(work(), show_progress(start))


asyncio.run(main())
