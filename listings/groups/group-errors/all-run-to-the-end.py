import asyncio
import time


async def deliver(address, seconds):
    await asyncio.sleep(seconds)
    if address == "ben":
        raise OSError("mailbox full")
    if address == "dan":
        raise OSError("no such address")


async def main():
    start = time.perf_counter()
    addresses = ["ann", "ben", "cho", "dan"]

    letters = map(deliver, addresses, [0.4, 0.2, 0.8, 0.6])
    results = await asyncio.gather(*letters, return_exceptions=True)

    delivered = []
    failed = []
    for name, result in zip(addresses, results):
        if isinstance(result, BaseException):
            failed.append(f"{name}: {result}")
        else:
            delivered.append(name)
    print(f"{time.perf_counter() - start:.1f}s")
    print(f"delivered {delivered}")
    print(f"failed {failed}")


asyncio.run(main())
