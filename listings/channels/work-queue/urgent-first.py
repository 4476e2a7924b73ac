import asyncio
import time


async def entrance(room):
    early = [(3, "a cough"), (3, "a rash"), (3, "a bruise")]
    late = [(1, "a burn"), (2, "a fever")]
    for number, (urgency, what) in enumerate(early + late):
        await asyncio.sleep(0.2)
        await room.put((urgency, number, what))


async def main():
    start = time.perf_counter()
    room = asyncio.PriorityQueue()
    task = asyncio.create_task(entrance(room))
    for _ in range(5):
        urgency, _, what = await room.get()
        now = time.perf_counter() - start
        print(f"{now:.1f}s doctor: {what}, urgency {urgency}")
        await asyncio.sleep(1)


asyncio.run(main())
