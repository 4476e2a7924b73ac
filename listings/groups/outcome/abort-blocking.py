import asyncio
import time


def shrink(photo):
    time.sleep(0.4)
    print(f"{photo} is shrunk")
    return f"small {photo}"


async def main():
    cat = asyncio.create_task(asyncio.to_thread(shrink, "cat"))
    await asyncio.sleep(0.3)
    cat.cancel()
    print("cat aborted")
    try:
        print(f"result: {await cat}")
    except asyncio.CancelledError:
        print(f"cancelled: {cat.cancelled()}")

    dog = asyncio.create_task(asyncio.to_thread(shrink, "dog"))
    await asyncio.sleep(0.3)
    dog.cancel()
    print("dog aborted, main ends")


asyncio.run(main())
