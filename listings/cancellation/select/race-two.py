import asyncio
import time


async def ask(restaurant, seconds):
    await asyncio.sleep(seconds)
    print(f"{restaurant} answers")
    return f"a table at {restaurant}"


async def main():
    start = time.perf_counter()

    asked = [
        asyncio.create_task(ask("Alba", 0.9)),
        asyncio.create_task(ask("Brio", 0.4)),
    ]
    done, pending = await asyncio.wait(
        asked, return_when=asyncio.FIRST_COMPLETED
    )
    for task in pending:
        task.cancel()
    table = done.pop().result()

    print(f"{time.perf_counter() - start:.1f}s: {table}")


asyncio.run(main())
