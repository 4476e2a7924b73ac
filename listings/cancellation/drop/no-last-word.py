import asyncio
import time


async def phone_call():
    await asyncio.sleep(3)
    print("all is said")


async def talk():
    try:
        await phone_call()
    except asyncio.CancelledError:
        print("one moment")
        await asyncio.sleep(0.5)
    print("goodbye")


async def main():
    start = time.perf_counter()
    try:
        await asyncio.wait_for(talk(), 1)
    except TimeoutError:
        print("cut off")
    print(f"{time.perf_counter() - start:.1f}s")


asyncio.run(main())
