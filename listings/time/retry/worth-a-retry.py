import asyncio
import time


async def fetch(page, tries):
    if page != "news":
        raise LookupError("not found")
    if tries < 3:
        raise ConnectionError("busy")
    return "<news>"


async def fetch_with_retry(page):
    wait = 0.1
    tries = 1
    while True:
        print(f"  try {tries}")
        try:
            return await fetch(page, tries)
        except ConnectionError:
            if tries == 4:
                raise
        await asyncio.sleep(wait)
        wait *= 2
        tries += 1


async def main():
    for page in ["news", "nwes"]:
        start = time.perf_counter()
        print(page)
        try:
            result = await fetch_with_retry(page)
        except (ConnectionError, LookupError) as error:
            result = repr(error)
        print(f"  {time.perf_counter() - start:.1f}s {result}")


asyncio.run(main())
