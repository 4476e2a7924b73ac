import asyncio
import time


async def download(photo, start, limit):
    async with limit:
        begun = time.perf_counter() - start
        await asyncio.sleep(1.0)
        answered = time.perf_counter() - start
        await asyncio.sleep(0.8 + 0.2 * photo)
        loaded = time.perf_counter() - start
    return (
        f"{photo}: begun {begun:.1f} answered {answered:.1f}"
        f" loaded {loaded:.1f}"
    )


async def main():
    start = time.perf_counter()

    limit = asyncio.Semaphore(2)
    downloads = [
        asyncio.create_task(download(photo, start, limit))
        for photo in range(1, 5)
    ]
    for first in asyncio.as_completed(downloads):
        photo = await first
        # Stands for printing the photo.
        await asyncio.sleep(2)
        print(f"{photo} printed {time.perf_counter() - start:.1f}")


asyncio.run(main())
