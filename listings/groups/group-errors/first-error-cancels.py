import asyncio
import time


async def book(item, seconds):
    try:
        await asyncio.sleep(seconds)
        if item == "hotel":
            raise LookupError("no hotel free")
        return f"{item} booked"
    finally:
        print(f"{item}: request closed")


async def book_trip():
    async with asyncio.TaskGroup() as bookings:
        car = bookings.create_task(book("car", 0.3))
        hotel = bookings.create_task(book("hotel", 0.5))
        flight = bookings.create_task(book("flight", 1.0))
    return [car.result(), hotel.result(), flight.result()]


async def main():
    start = time.perf_counter()
    try:
        trip = await book_trip()
    except* LookupError as group:
        trip = group.exceptions
    print(f"{time.perf_counter() - start:.1f}s {trip}")


asyncio.run(main())
