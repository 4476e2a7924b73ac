import asyncio
import time
from contextlib import suppress

MOST = 3
PERIOD = 0.5


async def refill(bucket):
    while True:
        await asyncio.sleep(PERIOD)
        # The bucket refuses a token when it is full.
        with suppress(ValueError):
            bucket.release()


async def requests(bucket, start, number):
    periods = []
    for _ in range(number):
        await bucket.acquire()
        periods.append(int((time.perf_counter() - start) / PERIOD))
    print(f"requests in periods {periods}")


async def main():
    start = time.perf_counter()
    bucket = asyncio.BoundedSemaphore(MOST)
    refilling = asyncio.create_task(refill(bucket))

    await requests(bucket, start, 6)
    await asyncio.sleep(2.2)
    await requests(bucket, start, 4)
    refilling.cancel()


asyncio.run(main())
