import asyncio
import time


async def load(page):
    print(f"loading {page}")
    await asyncio.sleep(1)
    return f"<{page}>"


async def read(page, pages):
    start = time.perf_counter()
    if page not in pages:
        pages[page] = asyncio.create_task(load(page))
    # A reader that is cancelled must not cancel the load of all others.
    text = await asyncio.shield(pages[page])
    return f"{text} after {time.perf_counter() - start:.1f}s"


async def main():
    pages = {}

    readers = []
    for page in ["home", "home", "news", "home"]:
        readers.append(asyncio.create_task(read(page, pages)))
        await asyncio.sleep(0.4)
    for reader in readers:
        print(await reader)


asyncio.run(main())
