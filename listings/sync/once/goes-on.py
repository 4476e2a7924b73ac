import asyncio
import time


class Pot:
    brewing = None


async def brew(cook):
    print(f"  {cook} puts the kettle on")
    await asyncio.sleep(1)
    return f"tea by {cook}"


async def tea(cook, pot):
    if pot.brewing is None:
        pot.brewing = asyncio.create_task(brew(cook))
    return await asyncio.shield(pot.brewing)


async def drink(name, comes, patience, pot):
    start = time.perf_counter()
    await asyncio.sleep(comes)
    try:
        async with asyncio.timeout(patience):
            outcome = f"has {await tea(name, pot)}"
    except TimeoutError:
        outcome = "leaves"
    print(f"{time.perf_counter() - start:.1f}s {name} {outcome}")


async def main():
    pot = Pot()
    await asyncio.gather(
        drink("Ann", 0.0, 0.6, pot),
        drink("Bob", 0.2, 5.0, pot),
        drink("Cleo", 2.0, 5.0, pot),
    )


asyncio.run(main())
