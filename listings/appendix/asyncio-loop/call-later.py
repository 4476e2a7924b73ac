import asyncio
import time


async def main():
    start = time.perf_counter()

    def tea_is_ready():
        print(f"{time.perf_counter() - start:.1f}s tea is ready")

    loop = asyncio.get_running_loop()
    loop.call_later(1, tea_is_ready)
    reminder = loop.call_later(2, print, "tea is cold")

    await asyncio.sleep(1.5)
    reminder.cancel()
    print(f"{time.perf_counter() - start:.1f}s tea is drunk")
    await asyncio.sleep(1)
    print(f"{time.perf_counter() - start:.1f}s nobody called")


asyncio.run(main())
