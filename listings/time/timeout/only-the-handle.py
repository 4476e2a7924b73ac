import asyncio
import time


async def send_newsletter(start):
    for letter in range(1, 5):
        await asyncio.sleep(0.3)
        print(f"{time.perf_counter() - start:.1f}s letter {letter}")


async def main():
    start = time.perf_counter()

    task = asyncio.create_task(send_newsletter(start))
    try:
        await asyncio.wait_for(task, 0.7)
    except TimeoutError as elapsed:
        print(f"{time.perf_counter() - start:.1f}s {elapsed!r}")

    await asyncio.sleep(1)


asyncio.run(main())
