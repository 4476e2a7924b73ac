import asyncio


async def paint(lock, done, painter, size):
    async with lock:
        print(f"{painter} paints a doll of size {size}")
        await asyncio.sleep(0.1)
        done.append(size)
        if size > 1:
            await paint(lock, done, painter, size - 1)


async def main():
    lock = asyncio.Lock()
    done = []
    await asyncio.gather(
        paint(lock, done, "Ada", 3), paint(lock, done, "Ben", 2)
    )
    print("all painted")


asyncio.run(main())
