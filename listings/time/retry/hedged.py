import asyncio
import time


async def ask(copy, millis):
    print(f"  {copy} sent")
    await asyncio.sleep(millis / 1000)
    return copy


async def hedged(first_millis, second_millis):
    copies = [asyncio.create_task(ask("first copy", first_millis))]
    try:
        done, _ = await asyncio.wait(copies, timeout=0.2)
        if not done:
            second = ask("second copy", second_millis)
            copies.append(asyncio.create_task(second))
            done, _ = await asyncio.wait(
                copies, return_when=asyncio.FIRST_COMPLETED
            )
        return done.pop().result()
    finally:
        for copy in copies:
            copy.cancel()


async def main():
    for first, second in [(100, 100), (2_000, 100), (400, 500)]:
        print(f"{first} ms and {second} ms")
        start = time.perf_counter()
        answer = await hedged(first, second)
        print(f"  {time.perf_counter() - start:.1f}s {answer} wins")


asyncio.run(main())
