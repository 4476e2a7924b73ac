import asyncio


async def fetch_from_shelf(shelf):
    shelves = ["flour", "sugar", "yeast"]
    await asyncio.sleep(0.1)
    return shelves[shelf]


async def main():
    robot = asyncio.create_task(fetch_from_shelf(3))
    try:
        await robot
    except IndexError as error:
        print(f"the robot's last words: {error}")
        raise


try:
    asyncio.run(main())
except IndexError:
    print("main has failed as well")
