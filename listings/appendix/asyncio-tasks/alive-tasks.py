import asyncio


async def deliver(seconds):
    await asyncio.sleep(seconds)
    return asyncio.current_task()


async def main():
    main_is_task = asyncio.current_task() is not None
    print(f"main is a task: {str(main_is_task).lower()}")

    letter = asyncio.create_task(deliver(1))
    parcel = asyncio.create_task(deliver(2))

    await asyncio.sleep(0.5)
    for _ in range(3):
        print(f"alive: {len(asyncio.all_tasks())}")
        await asyncio.sleep(1)

    inside = await letter
    print(f"the same task: {str(inside is letter).lower()}")
    await parcel


asyncio.run(main())
