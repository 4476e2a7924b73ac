import asyncio


async def price(cents):
    return cents * 2


async def start_printer():
    print("  the printer starts")


async def main():
    till = 0
    lock = asyncio.Lock()
    printer = asyncio.create_task(start_printer())
    print("spawned")

    cents = await price(250)
    print(f"awaited a price: {cents}")

    async with lock:
        till += cents
    print("awaited the lock of the till")

    await asyncio.sleep(0)
    print("gave way")

    await printer


asyncio.run(main())
