import asyncio
import time


async def ask(restaurant, seconds, start):
    await asyncio.sleep(seconds)
    print(f"{time.perf_counter() - start:.1f}s: {restaurant} answers")
    return restaurant


async def main():
    start = time.perf_counter()
    alba = asyncio.create_task(ask("Alba", 0.9, start))
    brio = asyncio.create_task(ask("Brio", 0.4, start))

    done, pending = await asyncio.wait(
        [alba, brio], return_when=asyncio.FIRST_COMPLETED
    )
    print(f"first: {done.pop().result()}")

    await asyncio.sleep(1)
    print(f"{time.perf_counter() - start:.1f}s: dinner")


asyncio.run(main())
