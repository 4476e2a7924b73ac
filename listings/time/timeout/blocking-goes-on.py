import asyncio
import time


def resize_photos():
    for photo in range(1, 4):
        time.sleep(0.2)
        print(f"photo {photo} resized")


async def main():
    work = asyncio.to_thread(resize_photos)
    try:
        print(await asyncio.wait_for(work, 0.3))
    except TimeoutError as elapsed:
        print(repr(elapsed))
    print("main ends")


asyncio.run(main())
