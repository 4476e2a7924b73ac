import asyncio


async def fetch(cache):
    await asyncio.sleep(1)
    cache.append("the map of Oslo")


async def a_second_later(cache):
    await asyncio.sleep(1)
    print(f"  in the cache: {cache[0] if cache else 'nothing'}")


async def main():
    cache = []
    try:
        await asyncio.wait_for(fetch(cache), 0.4)
    except TimeoutError:
        print("awaited: gave up")
    await a_second_later(cache)

    cache = []
    task = asyncio.create_task(fetch(cache))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.4)
    except TimeoutError:
        print("in a task: gave up")
    await a_second_later(cache)


asyncio.run(main())
