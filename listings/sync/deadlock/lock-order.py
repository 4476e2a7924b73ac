import asyncio


class Library:
    def __init__(self, books):
        self.lock = asyncio.Lock()
        self.books = books


async def lend(libraries, from_, to, count):
    async with libraries[from_].lock:
        await asyncio.sleep(0.1)
        async with libraries[to].lock:
            libraries[from_].books -= count
            libraries[to].books += count


async def main():
    libraries = [Library(40), Library(60)]
    async with asyncio.TaskGroup() as group:
        group.create_task(lend(libraries, 0, 1, 3))
        group.create_task(lend(libraries, 1, 0, 5))
    print(f"{libraries[0].books} books")
    print(f"{libraries[1].books} books")


asyncio.run(main())
