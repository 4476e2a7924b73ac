import asyncio


async def baker(cakes):
    number = 1
    try:
        while True:
            await cakes.put(number)
            number += 1
    finally:
        print(f"closed, cake {number} stays with the baker")


async def main():
    cakes = asyncio.Queue(2)
    task = asyncio.create_task(baker(cakes))

    for _ in range(3):
        cake = await cakes.get()
        print(f"sold cake {cake}")
        await asyncio.sleep(0.5)
    while not cakes.empty():
        cake = cakes.get_nowait()
        print(f"closed, took in cake {cake}")
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
