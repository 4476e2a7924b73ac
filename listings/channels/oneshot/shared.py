import asyncio


async def serve(till, rate):
    return f"till {till}: 50 euros are {50 * await rate:.2f} dollars"


async def main():
    rate = asyncio.get_running_loop().create_future()

    tills = []
    for till in ["north", "south", "west"]:
        tills.append(asyncio.create_task(serve(till, rate)))

    await asyncio.sleep(0.5)
    rate.set_result(1.08)
    for till in tills:
        print(await till)
    print(f"and again: {await rate}")


asyncio.run(main())
