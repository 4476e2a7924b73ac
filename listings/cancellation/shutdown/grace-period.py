import asyncio
import time


async def serve(guest, seconds, start):
    await asyncio.sleep(seconds)
    print(f"{time.perf_counter() - start:.1f}s {guest} has eaten")


async def main():
    start = time.perf_counter()
    guests = [
        asyncio.create_task(serve("Ann", 0.6, start)),
        asyncio.create_task(serve("Bob", 1.5, start)),
        asyncio.create_task(serve("Cleo", 9, start)),
    ]

    await asyncio.sleep(1)
    print(f"{time.perf_counter() - start:.1f}s closing")
    _, late = await asyncio.wait(guests, timeout=1)
    if late:
        at = time.perf_counter() - start
        print(f"{at:.1f}s {len(late)} must leave now")
        for guest in late:
            guest.cancel()
        await asyncio.wait(late)
    print(f"{time.perf_counter() - start:.1f}s closed")


asyncio.run(main())
