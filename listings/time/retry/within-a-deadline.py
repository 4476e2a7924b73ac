import asyncio


async def fetch(seconds, answer):
    await asyncio.sleep(seconds)
    if answer == "busy":
        raise ConnectionError(answer)
    return answer


async def fetch_by(deadline, server):
    loop = asyncio.get_running_loop()
    wait = 0.1
    for seconds, answer in server:
        limit = min(loop.time() + 0.3, deadline)
        try:
            async with asyncio.timeout_at(limit):
                return await fetch(seconds, answer)
        except (ConnectionError, TimeoutError) as error:
            print(f"  {error!r}")
            last = error
        if loop.time() + wait >= deadline:
            break
        await asyncio.sleep(wait)
        wait *= 2
    raise last


async def main():
    loop = asyncio.get_running_loop()
    recovers = [(9.0, ""), (0.1, "busy"), (0.1, "<news>")]
    stays_busy = [(0.2, "busy")] * 9

    for server in [recovers, stays_busy]:
        start = loop.time()
        try:
            answer = await fetch_by(start + 1.0, server)
        except (ConnectionError, TimeoutError) as error:
            answer = repr(error)
        print(f"{loop.time() - start:.1f}s {answer}")


asyncio.run(main())
