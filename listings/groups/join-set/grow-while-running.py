import asyncio
import time

LINKS = {"home": ["news", "shop"], "shop": ["teapots"]}
SECONDS = {"shop": 0.2, "news": 0.6}


async def read(page, group, start):
    """Reads a page, and lets the group read those that it links to."""
    links = LINKS.get(page, [])
    await asyncio.sleep(SECONDS.get(page, 0.1))
    now = time.perf_counter() - start
    print(f"{now:.1f}s {page} links to {links}")
    for link in links:
        group.create_task(read(link, group, start))


async def main():
    start = time.perf_counter()
    async with asyncio.TaskGroup() as reading:
        reading.create_task(read("home", reading, start))


asyncio.run(main())
