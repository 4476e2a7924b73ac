import asyncio
import os
import threading
import time


def keyboard():
    """Stands for a keyboard on which somebody presses Enter after a second."""
    input, keys = os.pipe()

    def press_enter():
        time.sleep(1)
        print("Enter is pressed")
        os.write(keys, b"\n")

    threading.Thread(target=press_enter, daemon=True).start()
    return os.fdopen(input)


async def main():
    reading = asyncio.to_thread(keyboard().readline)
    task = asyncio.create_task(reading)

    await asyncio.sleep(0.3)
    print("main returns")
    task.cancel()


asyncio.run(main())
