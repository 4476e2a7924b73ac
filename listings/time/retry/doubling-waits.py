import asyncio
import time


async def fetch(start, busy_for):
    print(f"  {time.perf_counter() - start:.1f}s request")
    if time.perf_counter() - start < busy_for:
        raise ConnectionError("busy")
    return "<news>"


async def fetch_with_retry(busy_for):
    start = time.perf_counter()
    wait = 0.1
    tries = 1
    while True:
        try:
            return await fetch(start, busy_for)
        except ConnectionError:
            if tries == 4:
                raise
        await asyncio.sleep(wait)
        wait *= 2
        tries += 1


async def main():
    for busy_millis in [500, 5_000]:
        print(f"busy for {busy_millis} ms")
        try:
            print(f"  {await fetch_with_retry(busy_millis / 1000)}")
        except ConnectionError as error:
            print(f"  {error!r}")


asyncio.run(main())
