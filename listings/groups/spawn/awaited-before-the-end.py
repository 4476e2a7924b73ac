import asyncio


async def back_up():
    for part in range(1, 4):
        await asyncio.sleep(0.4)
        print(f"  part {part} of 3 saved")
    print("  backup complete")


async def main():
    backup = asyncio.create_task(back_up())
    print("main works")
    await asyncio.sleep(1)
    print("main waits")
    await backup
    print("main ends")


asyncio.run(main())
