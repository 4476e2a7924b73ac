import asyncio


async def book(item, seconds):
    try:
        await asyncio.sleep(seconds)
        return f"{item} booked"
    finally:
        print(f"{item}: request closed")


async def join(bookings):
    for first in asyncio.as_completed(bookings):
        print(await first)


async def main():
    is_in_time = True
    try:
        async with asyncio.timeout(0.7):
            async with asyncio.TaskGroup() as group:
                train = group.create_task(book("train", 0.5))
                ferry = group.create_task(book("ferry", 1.0))
                await join([train, ferry])
    except TimeoutError:
        is_in_time = False
    print(f"in time: {is_in_time}")


asyncio.run(main())
