import asyncio
import time


async def cook(dish, seconds):
    print(f"{dish}: on the stove")
    await asyncio.sleep(seconds)
    return f"{dish}: done"


async def main():
    start = time.perf_counter()
    soup = cook("soup", 2.0)

    print("table: laying it")
    await asyncio.sleep(1)
    print(f"table: done at {time.perf_counter() - start:.1f}s")

    served = await soup
    print(f"{served} at {time.perf_counter() - start:.1f}s")


asyncio.run(main())
