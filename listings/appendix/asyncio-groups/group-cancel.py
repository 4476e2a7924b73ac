import asyncio
import time


async def ask(mirror, seconds):
    try:
        await asyncio.sleep(seconds)
        return f"page from {mirror}"
    finally:
        print(f"{mirror}: connection closed")


async def main():
    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        members = [
            group.create_task(ask("Oslo", 2.0)),
            group.create_task(ask("Rome", 0.5)),
        ]

        done, rest = await asyncio.wait(
            members, return_when=asyncio.FIRST_COMPLETED
        )
        print(done.pop().result())
        for member in rest:
            member.cancel()
    print(f"{time.perf_counter() - start:.1f}s nobody is left")


asyncio.run(main())
