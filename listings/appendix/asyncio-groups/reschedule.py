import asyncio
import time

IDLE = 1


async def visitor(clicks):
    for seconds, page in [(0.5, "news"), (0.7, "weather"), (0.3, "sport")]:
        await asyncio.sleep(seconds)
        await clicks.put(page)


async def main():
    start = time.perf_counter()
    clicks = asyncio.Queue(8)
    task = asyncio.create_task(visitor(clicks))

    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(IDLE) as idle:
            while True:
                page = await clicks.get()
                print(f"{time.perf_counter() - start:.1f}s {page}")
                idle.reschedule(loop.time() + IDLE)
    except TimeoutError:
        print(f"{time.perf_counter() - start:.1f}s logged out")
    await task


asyncio.run(main())
