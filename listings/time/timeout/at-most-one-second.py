import asyncio
import time


async def forecast(city, seconds):
    print(f"asking for {city}")
    await asyncio.sleep(seconds)
    print(f"{city} answered")
    return f"sunny in {city}"


async def main():
    for city, seconds in [("Bergen", 0.3), ("Lisbon", 2.0)]:
        start = time.perf_counter()
        try:
            async with asyncio.timeout(1.0):
                print(f"got: {await forecast(city, seconds)}")
        except TimeoutError as elapsed:
            print(f"gave up: {elapsed!r}")
        print(f"after {time.perf_counter() - start:.1f}s")


asyncio.run(main())
