import asyncio


async def fetch(mirror, seconds):
    await asyncio.sleep(seconds)
    return f"page from {mirror}"


async def first_in_time(mirrors, start):
    loop = asyncio.get_running_loop()
    deadline = start + 1.0
    for mirror, seconds in mirrors:
        patience = loop.time() + 0.4
        limit = min(patience, deadline)
        try:
            async with asyncio.timeout_at(limit):
                return await fetch(mirror, seconds)
        except TimeoutError:
            print(f"  {loop.time() - start:.1f}s gave up {mirror}")
        if limit == deadline:
            break
    return "nothing"


async def main():
    loop = asyncio.get_running_loop()
    good_day = [("Oslo", 0.9), ("Rome", 0.3), ("Lima", 0.1)]
    bad_day = [("Oslo", 0.9), ("Rome", 0.7), ("Lima", 0.3)]

    for mirrors in [good_day, bad_day]:
        start = loop.time()
        page = await first_in_time(mirrors, start)
        print(f"{loop.time() - start:.1f}s {page}")


asyncio.run(main())
