import asyncio
import time


async def send_newsletter(start):
    for letter in range(1, 5):
        await asyncio.sleep(0.3)
        print(f"  {time.perf_counter() - start:.1f}s letter {letter}")


async def main():
    limit = 0.7

    print("the timeout inside the task")
    start = time.perf_counter()
    limited = asyncio.wait_for(send_newsletter(start), limit)
    task = asyncio.create_task(limited)
    try:
        await task
    except TimeoutError as elapsed:
        print(f"  {time.perf_counter() - start:.1f}s {elapsed!r}")

    print("the handle, kept")
    start = time.perf_counter()
    task = asyncio.create_task(send_newsletter(start))
    done, _ = await asyncio.wait([task], timeout=limit)
    if not done:
        task.cancel()
        await asyncio.wait([task])
        at = time.perf_counter() - start
        print(f"  {at:.1f}s cancelled: {task.cancelled()}")

    await asyncio.sleep(1)


asyncio.run(main())
