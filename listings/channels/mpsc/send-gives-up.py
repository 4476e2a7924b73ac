import asyncio

PATIENCE = 0.7
TICK = 0.2


async def gauge(levels):
    await asyncio.sleep(0.5)
    for level in [310, 312, 315, 319]:
        try:
            async with asyncio.timeout(PATIENCE):
                await levels.put(level)
        except TimeoutError:
            print(f"gauge: no room for {level}")
    await levels.put(None)


async def main():
    levels = asyncio.Queue(1)
    task = asyncio.create_task(gauge(levels))

    while True:
        try:
            async with asyncio.timeout(TICK):
                level = await levels.get()
        except TimeoutError:
            print("log: nothing yet")
            continue
        if level is None:
            break
        print(f"log: {level}")
        await asyncio.sleep(1)


asyncio.run(main())
