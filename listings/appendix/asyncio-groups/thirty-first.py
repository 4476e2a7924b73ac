import asyncio
import time


async def inspect(parcel):
    if parcel == 5:
        await asyncio.sleep(0.1)
        raise ValueError(f"parcel {parcel} is damaged")
    await asyncio.sleep(1)
    return parcel


async def main():
    for count in [30, 31]:
        start = time.perf_counter()
        try:
            await asyncio.gather(*map(inspect, range(1, count + 1)))
        except ValueError as error:
            seconds = time.perf_counter() - start
            print(f"{count} parcels, {seconds:.1f}s: {error}")


asyncio.run(main())
