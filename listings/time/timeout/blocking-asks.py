import asyncio
import threading
import time


def resize_photos(given_up):
    for photo in range(1, 4):
        if given_up.is_set():
            print(f"nobody waits for photo {photo}")
            return
        time.sleep(0.2)
        print(f"photo {photo} resized")


async def main():
    given_up = threading.Event()
    resized = asyncio.to_thread(resize_photos, given_up)
    try:
        await asyncio.wait_for(resized, 0.3)
    except TimeoutError as elapsed:
        given_up.set()
        print(repr(elapsed))
    print("main ends")


asyncio.run(main())
