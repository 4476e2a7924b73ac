import asyncio
import time
import warnings


async def fetch(name):
    await asyncio.sleep(1)
    return f"data from {name}"


async def main():
    start = time.perf_counter()
    try:
        a, b = await asyncio.gather(await fetch("A"), fetch("B"))
        print(f"{a}, {b}")
    except TypeError as error:
        print(f"{time.perf_counter() - start:.1f}s {error!r}")


with warnings.catch_warnings(record=True) as caught:
    asyncio.run(main())
for warning in caught:
    print(f"{warning.category.__name__}: {warning.message}")
