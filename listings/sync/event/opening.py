import asyncio
import time


async def shop(name, arrives, walks, opened):
    start = time.perf_counter()
    await asyncio.sleep(arrives)
    await opened.wait()
    await asyncio.sleep(walks)
    print(f"{time.perf_counter() - start:.1f}s {name} is at the shelf")


async def main():
    opened = asyncio.Event()
    async with asyncio.TaskGroup() as customers:
        customers.create_task(shop("Ann", 0.0, 0.4, opened))
        customers.create_task(shop("Bob", 0.5, 0.2, opened))
        customers.create_task(shop("Cleo", 1.6, 0.3, opened))

        await asyncio.sleep(1)
        print("the shop opens")
        opened.set()


asyncio.run(main())
