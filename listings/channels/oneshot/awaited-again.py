import asyncio


async def clear_table(table):
    await asyncio.sleep(0.7)
    table.set_result("your table is free")


async def main():
    table = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(clear_table(table))

    for look in range(1, 4):
        try:
            async with asyncio.timeout(0.5):
                answer = await asyncio.shield(table)
            print(f"look {look}: {answer}")
        except TimeoutError:
            print(f"look {look}: nothing yet")


asyncio.run(main())
