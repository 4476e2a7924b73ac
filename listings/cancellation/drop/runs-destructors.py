import asyncio
from contextlib import contextmanager


@contextmanager
def held(name):
    try:
        yield
    finally:
        print(f"- {name} is let go")


async def dive(boat):
    with held(boat), held("the rope"):
        print(f"going down from {boat}")
        await asyncio.sleep(1)
        with held("the lamp"):
            print("in the wreck")
            await asyncio.sleep(1)
            with held("the chest"):
                print("coming up")
                await asyncio.sleep(1)


async def main():
    diving = asyncio.create_task(dive("the boat"))
    storm = 1.5
    done, _ = await asyncio.wait([diving], timeout=storm)
    print(f"surfaced before the storm: {diving in done}".lower())

    diving.cancel()
    await asyncio.wait([diving])
    print("dropped")


asyncio.run(main())
