import asyncio


async def paint(done, painter, size):
    print(f"{painter} paints a doll of size {size}")
    await asyncio.sleep(0.1)
    done.append(size)
    if size > 1:
        await paint(done, painter, size - 1)


async def paint_all(lock, done, painter, size):
    async with lock:
        await paint(done, painter, size)


async def main():
    lock = asyncio.Lock()
    done = []
    await asyncio.gather(
        paint_all(lock, done, "Ada", 3),
        paint_all(lock, done, "Ben", 2),
    )
    print(f"all painted: {done}")


asyncio.run(main())
