import asyncio


async def answer(visit, bell):
    try:
        async with asyncio.timeout(1):
            await bell.wait()
        print(f"{visit}: it rang")
    except TimeoutError:
        print(f"{visit}: silence for a second")


async def main():
    bell = asyncio.Event()

    print("set")
    bell.set()
    await answer("  first answer", bell)
    await answer("  second answer", bell)

    print("set and clear")
    bell.set()
    bell.clear()
    await answer("  first answer", bell)


asyncio.run(main())
