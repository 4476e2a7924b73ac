import asyncio


def try_to_set(future, value):
    try:
        future.set_result(value)
        return "done"
    except asyncio.InvalidStateError as error:
        return repr(error)


async def serve(till, rate):
    return f"till {till}: 50 euros are {50 * await rate:.2f} dollars"


async def main():
    rate = asyncio.get_running_loop().create_future()

    tills = []
    for till in ["north", "south", "west"]:
        tills.append(asyncio.create_task(serve(till, rate)))

    await asyncio.sleep(0.5)
    print(f"first set: {try_to_set(rate, 1.08)}")
    print(f"second set: {try_to_set(rate, 1.23)}")
    for till in tills:
        print(await till)
    print(f"and again: {await rate} {rate.result()}")


asyncio.run(main())
