import asyncio
import threading


async def price(item):
    await asyncio.sleep(0.1)
    return len(item) * 50


def window(loop, lines):
    asked = asyncio.run_coroutine_threadsafe(price("tea"), loop)
    cents = asked.result()
    loop.call_soon_threadsafe(lines.put_nowait, f"tea: {cents}")
    loop.call_soon_threadsafe(lines.put_nowait, "closed")


async def main():
    lines = asyncio.Queue()
    loop = asyncio.get_running_loop()
    thread = threading.Thread(target=window, args=(loop, lines))
    thread.start()

    line = None
    while line != "closed":
        line = await lines.get()
        print(line)
    thread.join()


asyncio.run(main())
