import asyncio


async def answer(call):
    await asyncio.sleep(0.1)
    return f"notes on call {call}"


async def main():
    never_joined = set()
    for call in range(1, 5):
        never_joined.add(asyncio.create_task(answer(call)))
        await asyncio.sleep(0.2)
    print(f"nobody is calling; {len(never_joined)} in the set")

    joined = set()
    for call in range(5, 9):
        joined.add(asyncio.create_task(answer(call)))
        await asyncio.sleep(0.2)
        for task in [task for task in joined if task.done()]:
            joined.remove(task)
            print(task.result())
    print(f"nobody is calling; {len(joined)} in the set")


asyncio.run(main())
