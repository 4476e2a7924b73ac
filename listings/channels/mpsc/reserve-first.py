import asyncio

PATIENCE = 0.7


async def gauge(levels):
    await asyncio.sleep(0.5)
    for level in [310, 312, 315, 319]:
        while True:
            try:
                async with asyncio.timeout(PATIENCE):
                    await levels.put(level)
                break
            except TimeoutError:
                print(f"gauge: no room for {level}")
    await levels.put(None)


async def main():
    levels = asyncio.Queue(1)
    task = asyncio.create_task(gauge(levels))

    while (level := await levels.get()) is not None:
        print(f"log: {level}")
        await asyncio.sleep(1)


asyncio.run(main())
