import asyncio


async def step(seconds, limit):
    try:
        async with limit:
            await asyncio.sleep(seconds)
        return "in time"
    except TimeoutError as elapsed:
        return repr(elapsed)


async def main():
    loop = asyncio.get_running_loop()
    steps = [("log in", 0.6), ("search", 0.7), ("order", 0.8)]

    print("a timeout for each step")
    start = loop.time()
    for name, seconds in steps:
        result = await step(seconds, asyncio.timeout(1.0))
        print(f"  {loop.time() - start:.1f}s {name}: {result}")

    print("one deadline for all steps")
    start = loop.time()
    deadline = start + 1.0
    for name, seconds in steps:
        result = await step(seconds, asyncio.timeout_at(deadline))
        print(f"  {loop.time() - start:.1f}s {name}: {result}")


asyncio.run(main())
