import asyncio


async def bake():
    await asyncio.sleep(2.5)
    return "bread"


async def main():
    oven = asyncio.create_task(bake())
    while True:
        try:
            async with asyncio.timeout(1):
                print(await oven)
                break
        except TimeoutError:
            print("still in the oven")
        except asyncio.CancelledError:
            print("the oven was turned off")
            break


asyncio.run(main())
