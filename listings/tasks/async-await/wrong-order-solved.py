import asyncio


async def step(number, what):
    await asyncio.sleep(0.5)
    print(f"{number}. {what}")


def announce(number, what):
    print(f"{number}. {what}")
    return asyncio.sleep(0.5)


async def main():
    await step(1, "light the oven")
    await step(2, "knead the dough")
    await announce(3, "hang out the menu")

    loaves = [step(4, "bake the rye"), step(5, "bake the wheat")]
    for loaf in loaves:
        await loaf
    print(f"6. {len(loaves)} loaves are ready")


asyncio.run(main())
