import asyncio


async def visit(user, stop):
    work = asyncio.create_task(asyncio.sleep(9))
    stopped = asyncio.create_task(stop.wait())
    try:
        print(f"{user} works")
        await asyncio.wait(
            [work, stopped], return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        work.cancel()
        stopped.cancel()
        await asyncio.sleep(0.2)
        print(f"{user} logs out")


async def main():
    stop = asyncio.Event()
    asked = asyncio.create_task(visit("ada", stop))
    await asyncio.sleep(0.5)
    stop.set()
    await asked

    cancelled = asyncio.create_task(visit("ben", asyncio.Event()))
    await asyncio.sleep(0.5)
    cancelled.cancel()
    await asyncio.wait([cancelled])


asyncio.run(main())
