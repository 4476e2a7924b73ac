import asyncio
import time


async def save(start):
    await asyncio.sleep(1)
    print(f"{time.perf_counter() - start:.1f}s on disk")
    return "saved"


async def main():
    start = time.perf_counter()

    saving = asyncio.create_task(save(start))
    try:
        await asyncio.wait_for(asyncio.shield(saving), 0.4)
    except TimeoutError:
        print(f"{time.perf_counter() - start:.1f}s still saving")

    outcome = await saving
    print(f"{time.perf_counter() - start:.1f}s {outcome}")


asyncio.run(main())
