import asyncio


async def wash(table):
    await asyncio.sleep(0.3)
    print(f"dishes of table {table} washed")


async def main():
    async with asyncio.TaskGroup() as kitchen:
        kitchen.create_task(wash(1))
    print("all done")


asyncio.run(main())
