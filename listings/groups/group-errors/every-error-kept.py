import asyncio
import time


async def book(item, seconds):
    await asyncio.sleep(seconds)
    if item in ["car", "hotel"]:
        raise LookupError(f"no {item} free")
    return f"{item} booked"


async def book_trip():
    async with asyncio.TaskGroup() as bookings:
        car = bookings.create_task(book("car", 0.3))
        hotel = bookings.create_task(book("hotel", 0.5))
        flight = bookings.create_task(book("flight", 1.0))

        # Meanwhile, this function has work of its own.
        await asyncio.sleep(0.8)
    return [car.result(), hotel.result(), flight.result()]


async def main():
    start = time.perf_counter()
    try:
        trip = await book_trip()
    except* LookupError as group:
        trip = group.exceptions
    print(f"{time.perf_counter() - start:.1f}s {trip}")


asyncio.run(main())
