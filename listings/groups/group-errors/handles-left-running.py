import asyncio
import time


async def rent_hall():
    await asyncio.sleep(0.5)
    raise LookupError("hall is taken")


async def hire_band():
    await asyncio.sleep(1.0)
    print("  contract with the band signed")
    return "band hired"


async def main():
    start = time.perf_counter()
    print("gather, return_exceptions=True")
    party = await asyncio.gather(
        rent_hall(), hire_band(), return_exceptions=True
    )
    print(f"  {time.perf_counter() - start:.1f}s {party}")

    start = time.perf_counter()
    print("gather")
    try:
        party = await asyncio.gather(rent_hall(), hire_band())
    except LookupError as error:
        party = error
    print(f"  {time.perf_counter() - start:.1f}s {party!r}")

    await asyncio.sleep(1.0)
    print(f"  {time.perf_counter() - start:.1f}s party is off")


asyncio.run(main())
