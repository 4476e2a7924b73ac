import asyncio


async def travel(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{name} has arrived")
    finally:
        print(f"{name} is over")


async def move_house(sent):
    sent.append(asyncio.create_task(travel("the parcel", 3)))
    await asyncio.gather(travel("the van", 2), travel("the cat", 4))


async def main():
    sent = []
    try:
        await asyncio.wait_for(move_house(sent), 1)
        moved = "true"
    except TimeoutError:
        moved = "false"
    print(f"moved: {moved}")
    await asyncio.sleep(3)


asyncio.run(main())
