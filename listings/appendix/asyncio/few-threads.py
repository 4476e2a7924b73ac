import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def compress(file):
    time.sleep(0.3)
    return f"{file}.gz"


async def compress_all():
    start = time.perf_counter()
    files = ["a", "b", "c", "d"]
    work = [asyncio.to_thread(compress, file) for file in files]
    for file in await asyncio.gather(*work):
        print(file)
    print(f"{time.perf_counter() - start:.1f}s")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(2))
    await compress_all()


asyncio.run(main())
