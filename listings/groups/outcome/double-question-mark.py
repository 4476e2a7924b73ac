import asyncio
import time


async def weigh(display, seconds):
    await asyncio.sleep(seconds)
    grams = int(display)
    print(f"weighed {grams} g")
    return grams


async def total():
    parcel = asyncio.create_task(weigh("12OO", 0.1))
    barrel = asyncio.create_task(weigh("8300", 0.3))
    return await parcel + await barrel


async def main():
    start = time.perf_counter()
    try:
        print(f"total: {await total()} g")
    except ValueError as error:
        print(f"no total: {error}")
    print(f"known after {time.perf_counter() - start:.1f}s")
    await asyncio.sleep(0.5)


asyncio.run(main())
