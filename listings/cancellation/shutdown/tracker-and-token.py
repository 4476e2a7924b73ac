import asyncio
import itertools
import time


async def serve(guest, start):
    await asyncio.sleep(0.5)
    print(f"{time.perf_counter() - start:.1f}s guest {guest} served")


async def open_door(guests, start):
    for guest in itertools.count(1):
        await asyncio.sleep(0.3)
        guests.create_task(serve(guest, start))


async def main():
    start = time.perf_counter()
    async with asyncio.TaskGroup() as guests:
        door = asyncio.create_task(open_door(guests, start))

        await asyncio.sleep(1)
        print(f"{time.perf_counter() - start:.1f}s closing")
        door.cancel()
    print(f"{time.perf_counter() - start:.1f}s closed")


asyncio.run(main())
