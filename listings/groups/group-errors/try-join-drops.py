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


async def main():
    start = time.perf_counter()

    bookings = [book("car", 0.3), book("hotel", 0.5), book("flight", 1)]
    try:
        trip = await asyncio.gather(*bookings)
    except LookupError as error:
        trip = error

    print(f"{time.perf_counter() - start:.1f}s {trip!r}")


asyncio.run(main())
