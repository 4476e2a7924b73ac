import asyncio


async def main():
    print("opening a queue without a limit")
    levels = asyncio.Queue(0)
    await levels.put(310)
    print(f"in the queue: {levels.qsize()}, full: {levels.full()}")


asyncio.run(main())
