import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def compress(file):
    time.sleep(0.3)
    return f"{file}.gz", threading.get_ident()


async def compress_all():
    files = ["a", "b", "c", "d"]
    work = [asyncio.to_thread(compress, file) for file in files]
    threads = set()
    for file, thread in await asyncio.gather(*work):
        print(file)
        threads.add(thread)
    print(f"on {len(threads)} threads")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(2))
    await compress_all()


asyncio.run(main())
