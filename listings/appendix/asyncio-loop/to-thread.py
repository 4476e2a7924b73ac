import asyncio
import time


def compress(file):
    time.sleep(1)
    return f"{file}.gz"


async def show_progress():
    for dots in [".", "..", "..."]:
        await asyncio.sleep(0.4)
        print(dots)


async def main():
    async def work():
        file = await asyncio.to_thread(compress, "letters")
        print(file)

    await asyncio.gather(work(), show_progress())


asyncio.run(main())
