import asyncio
import time


async def answer(seconds, start):
    try:
        await asyncio.sleep(seconds)
        print(f"{time.perf_counter() - start:.1f}s answered")
    except asyncio.CancelledError:
        await asyncio.sleep(0.2)  # tells the client
        print(f"{time.perf_counter() - start:.1f}s apologized")


async def main():
    start = time.perf_counter()
    requests = [
        asyncio.create_task(answer(seconds, start))
        for seconds in [0.3, 0.8, 1.6, 9.0]
    ]

    await asyncio.sleep(0.5)
    print(f"{time.perf_counter() - start:.1f}s no new requests")
    _, left = await asyncio.wait(requests, timeout=1)
    if left:
        print(f"{time.perf_counter() - start:.1f}s {len(left)} left")
        for request in left:
            request.cancel()
        await asyncio.wait(left)
    print(f"{time.perf_counter() - start:.1f}s stopped")


asyncio.run(main())
