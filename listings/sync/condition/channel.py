import asyncio


async def bake(counter):
    for cake in range(1, 6):
        await asyncio.sleep(0.2)
        await counter.put(cake)
        print(f"cake {cake} is on the counter")
    await counter.put(None)


async def serve(counter):
    while (cake := await counter.get()) is not None:
        print(f"cake {cake} is taken")
        await asyncio.sleep(0.7)


async def main():
    counter = asyncio.Queue(2)
    await asyncio.gather(bake(counter), serve(counter))


asyncio.run(main())
