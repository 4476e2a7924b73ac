import asyncio
import time

PHOTOS = [("harbor", 0.4), ("garden", 0.9), ("roof", 0.6)]


async def upload(photo, seconds):
    await asyncio.sleep(seconds)
    print(f"  {photo} uploaded")
    return f"{photo}.jpg"


async def main():
    print("spawn, await, spawn, await")
    start = time.perf_counter()
    for photo, seconds in PHOTOS:
        task = asyncio.create_task(upload(photo, seconds))
        await task
    print(f"  total {time.perf_counter() - start:.1f}s")

    print("spawn all, then await")
    start = time.perf_counter()
    tasks = []
    for photo, seconds in PHOTOS:
        tasks.append(asyncio.create_task(upload(photo, seconds)))
    files = []
    for task in tasks:
        files.append(await task)
    print(f"  {files}")
    print(f"  total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
