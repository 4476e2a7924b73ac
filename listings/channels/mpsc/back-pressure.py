import asyncio
import time


async def camera(pictures, start):
    for number in range(1, 7):
        await pictures.put(number)
        now = time.perf_counter() - start
        print(f"{now:.1f}s camera: picture {number} is in the queue")
    await pictures.put(None)


async def main():
    start = time.perf_counter()
    pictures = asyncio.Queue(2)
    task = asyncio.create_task(camera(pictures, start))

    while (number := await pictures.get()) is not None:
        await asyncio.sleep(0.5)
        now = time.perf_counter() - start
        print(f"{now:.1f}s archive: picture {number} is stored")


asyncio.run(main())
