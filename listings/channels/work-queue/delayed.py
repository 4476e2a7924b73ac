import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    start = time.perf_counter()
    due = asyncio.Queue()
    oven = {}

    def insert(item, seconds):
        oven[item] = loop.call_later(seconds, due.put_nowait, item)

    insert("bread", 1.5)
    insert("rolls", 0.5)
    insert("cake", 2.5)
    insert("pie", 1.0)

    oven.pop("pie").cancel()
    oven.pop("cake").cancel()
    insert("cake", 2.0)

    is_brown = False
    while oven:
        item = await due.get()
        del oven[item]
        now = time.perf_counter() - start
        if item == "bread" and not is_brown:
            print(
                f"{now:.1f}s {item}: not brown yet, back into the oven"
            )
            is_brown = True
            insert(item, 0.8)
        else:
            print(f"{now:.1f}s {item}: ready")
    print(f"{time.perf_counter() - start:.1f}s the oven is empty")


asyncio.run(main())
