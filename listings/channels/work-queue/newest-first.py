import asyncio
import time


async def user(stack):
    for view in ["world", "Europe", "Austria", "Vienna"]:
        await asyncio.sleep(0.3)
        await stack.put(view)


async def main():
    start = time.perf_counter()
    stack = asyncio.LifoQueue()
    task = asyncio.create_task(user(stack))
    for _ in range(4):
        view = await stack.get()
        now = time.perf_counter() - start
        print(f"{now:.1f}s drawing the map of {view}")
        await asyncio.sleep(1)


asyncio.run(main())
