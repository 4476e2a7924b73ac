import asyncio
import warnings


async def step(number, what):
    await asyncio.sleep(0.5)
    print(f"{number}. {what}")


def announce(number, what):
    print(f"{number}. {what}")
    return asyncio.sleep(0.5)


async def main():
    oven = step(1, "light the oven")
    dough = step(2, "knead the dough")
    menu = announce(3, "hang out the menu")
    loaves = [step(4, "bake the rye"), step(5, "bake the wheat")]

    await dough
    await oven
    await menu
    print(f"6. {len(loaves)} loaves are ready")


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
for warning in caught:
    print(f"{warning.category.__name__}: {warning.message}")
