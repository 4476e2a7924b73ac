import asyncio
import time


async def cook(dish, seconds):
    await asyncio.sleep(0.5)
    print(f"{dish}: boiling")
    await asyncio.sleep(seconds - 0.5)
    return f"{dish}: done"


async def main():
    start = time.perf_counter()
    soup = asyncio.create_task(cook("soup", 2.0))

    print("table: laying it")
    await asyncio.sleep(1)
    print(f"table: done at {time.perf_counter() - start:.1f}s")

    served = await soup
    print(f"{served} at {time.perf_counter() - start:.1f}s")


asyncio.run(main())
