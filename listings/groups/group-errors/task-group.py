import asyncio
import time


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    if dish == "pie":
        raise ValueError("the pie is burnt")
    assert dish != "stew", "there is no recipe for stew"
    return dish


async def serve(dishes):
    start = time.perf_counter()
    try:
        async with asyncio.TaskGroup() as order:
            cooks = [order.create_task(cook(*dish)) for dish in dishes]
        table = [task.result() for task in cooks]
    except* ValueError as group:
        table = group.exceptions
    print(f"{time.perf_counter() - start:.1f}s {table}")


async def main():
    await serve([("fish", 1.0), ("soup", 0.5)])
    await serve([("soup", 0.5), ("pie", 0.8), ("roast", 2.0)])

    try:
        await serve([("stew", 0.3), ("roast", 2.0)])
    except* AssertionError as group:
        print(f"third order: {group.exceptions}")


asyncio.run(main())
