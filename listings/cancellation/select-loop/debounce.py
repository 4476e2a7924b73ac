import asyncio
import time

PAUSE = 0.5


async def typist(keys):
    for wait, key in [
        (0.3, "f"), (0.3, "e"), (0.3, "r"), (0.8, "r"), (0.2, "y")
    ]:
        await asyncio.sleep(wait)
        await keys.put(key)
    await asyncio.sleep(1)
    await keys.put(None)


async def main():
    start = time.perf_counter()
    keys = asyncio.Queue(8)
    typing = asyncio.create_task(typist(keys))

    typed = ""
    unsearched = False
    while True:
        try:
            patience = PAUSE if unsearched else None
            key = await asyncio.wait_for(keys.get(), patience)
        except TimeoutError:
            now = time.perf_counter() - start
            print(f"{now:.1f}s: searching for {typed}")
            unsearched = False
        else:
            if key is None:
                break
            typed += key
            unsearched = True
    await typing
    print(f"closed with {typed}")


asyncio.run(main())
