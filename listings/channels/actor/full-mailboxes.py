import asyncio


async def waiter(notes, kitchen):
    while True:
        match await notes.get():
            case "table", dishes:
                for dish in range(1, dishes + 1):
                    await kitchen.put(dish)
            case "ready", dish:
                print(f"dish {dish} is served")


async def kitchen(dishes, waiter):
    while True:
        dish = await dishes.get()
        await asyncio.sleep(0.2)
        await waiter.put(("ready", dish))


async def main():
    notes = asyncio.Queue(2)
    dishes = asyncio.Queue(2)
    tasks = [
        asyncio.create_task(waiter(notes, dishes)),
        asyncio.create_task(kitchen(dishes, notes)),
    ]

    for ordered in [5, 6]:
        print(f"a table orders {ordered} dishes")
        await notes.put(("table", ordered))
        await asyncio.sleep(2)
    await asyncio.gather(*tasks)


asyncio.run(main())
