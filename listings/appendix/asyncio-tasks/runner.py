import asyncio
import time


async def water_plants():
    for plant in ["fern", "palm", "rose"]:
        print(f"  watered the {plant}")
        await asyncio.sleep(1)


async def finish(task):
    await task


def is_inside():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return "false"
    return "true"


print(f"inside of a runtime: {is_inside()}")
with asyncio.Runner() as runner:
    plants = runner.get_loop().create_task(water_plants())
    print("spawned")
    runner.run(asyncio.sleep(1.5))
    print("the first block_on is over")

    time.sleep(2)
    print("two seconds later")
    runner.run(finish(plants))
    print("the second block_on is over")
