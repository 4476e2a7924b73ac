import asyncio
import time


async def parse():
    # Stands for computing, or for a library that knows no asyncio.
    time.sleep(2)
    return "parsed"


async def parse_and_store():
    time.sleep(2)
    await asyncio.sleep(0.1)
    return "parsed and stored"


async def main():
    for work in [parse, parse_and_store]:
        start = time.perf_counter()
        try:
            async with asyncio.timeout(0.5):
                result = await work()
        except TimeoutError as elapsed:
            result = repr(elapsed)
        print(f"{time.perf_counter() - start:.1f}s: {result}")


asyncio.run(main())
