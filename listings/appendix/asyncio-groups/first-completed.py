import asyncio
import time


async def ask(shop, seconds, start):
    await asyncio.sleep(seconds)
    print(f"{time.perf_counter() - start:.1f}s {shop} answers")
    return shop


async def main():
    start = time.perf_counter()
    questions = [
        asyncio.create_task(ask("Birch", 1.0, start)),
        asyncio.create_task(ask("Maple", 0.5, start)),
        asyncio.create_task(ask("Willow", 3.0, start)),
    ]

    done, rest = await asyncio.wait(
        questions, return_when=asyncio.FIRST_COMPLETED
    )
    print(f"first: {done.pop().result()}, open: {len(rest)}")

    await asyncio.sleep(1)
    print(f"{time.perf_counter() - start:.1f}s compared")
    others = await asyncio.gather(*rest)
    print(f"{time.perf_counter() - start:.1f}s {len(others)} more")


asyncio.run(main())
