import asyncio


async def serve(dishes, kitchen):
    for number in range(1, dishes + 1):
        ready = asyncio.get_running_loop().create_future()
        await kitchen.put((number, ready))
        print(f"dish {await ready} is served")


async def waiter(tables, kitchen):
    async with asyncio.TaskGroup() as serving:
        while (dishes := await tables.get()) is not None:
            serving.create_task(serve(dishes, kitchen))


async def kitchen(dishes):
    while True:
        number, ready = await dishes.get()
        await asyncio.sleep(0.2)
        ready.set_result(number)


async def main():
    tables = asyncio.Queue(2)
    dishes = asyncio.Queue(2)
    waiting = asyncio.create_task(waiter(tables, dishes))
    cooking = asyncio.create_task(kitchen(dishes))

    for ordered in [5, 6]:
        print(f"a table orders {ordered} dishes")
        await tables.put(ordered)
        await asyncio.sleep(2)
    await tables.put(None)
    await waiting


asyncio.run(main())
