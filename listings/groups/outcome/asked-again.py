import asyncio


async def bake():
    await asyncio.sleep(2.5)
    return "bread"


async def main():
    oven = asyncio.create_task(bake())
    while True:
        try:
            async with asyncio.timeout(1):
                print(await asyncio.shield(oven))
                break
        except TimeoutError:
            print("still in the oven")


asyncio.run(main())
