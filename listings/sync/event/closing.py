import asyncio
import time


async def look(name, stays):
    print(f"  {name} looks at pictures")
    await asyncio.sleep(stays)


async def visit(name, arrives, stays, closing):
    start = time.perf_counter()
    await asyncio.sleep(arrives)
    seen_all = False
    if not closing.is_set():
        closed = asyncio.create_task(closing.wait())
        tour = asyncio.create_task(look(name, stays))
        await asyncio.wait(
            [closed, tour], return_when=asyncio.FIRST_COMPLETED
        )
        seen_all = tour.done()
        closed.cancel()
        tour.cancel()
    left = time.perf_counter() - start
    print(f"{left:.1f}s {name} leaves, has seen all: {seen_all}")


async def main():
    closing = asyncio.Event()
    async with asyncio.TaskGroup() as visitors:
        visitors.create_task(visit("Ann", 0.1, 0.5, closing))
        visitors.create_task(visit("Bob", 0.2, 2.0, closing))
        visitors.create_task(visit("Cleo", 1.4, 0.5, closing))

        await asyncio.sleep(1)
        print("the museum closes")
        closing.set()


asyncio.run(main())
