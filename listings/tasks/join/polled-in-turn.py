import asyncio


async def stir(pot, log):
    for _ in range(4):
        log.append(pot)
        await asyncio.sleep(0)


async def main():
    log = []
    await asyncio.gather(
        stir("soup", log), stir("rice", log), stir("sauce", log)
    )

    print("gather")
    for first in range(0, len(log), 3):
        print(f"  {log[first:first + 3]}")


asyncio.run(main())
