import asyncio


async def pause():
    await asyncio.sleep(1)


def main():
    with asyncio.Runner() as runner:
        runner.run(pause())
        print("the call in the coroutine found its loop")

        runner.run(asyncio.sleep(1))
        print("and this line is reached")


main()
