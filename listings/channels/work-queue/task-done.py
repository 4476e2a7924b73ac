import asyncio
import time


async def packer(parcels, start):
    while True:
        name, seconds = await parcels.get()
        await asyncio.sleep(seconds)
        now = time.perf_counter() - start
        print(f"{now:.1f}s {name} is packed")
        parcels.task_done()


async def main():
    start = time.perf_counter()
    parcels = asyncio.Queue(8)
    packers = []
    for _ in range(2):
        packers.append(asyncio.create_task(packer(parcels, start)))

    morning = [("bicycle", 0.7), ("clock", 0.4), ("lamp", 0.5)]
    evening = [("mirror", 0.9), ("chair", 0.6), ("piano", 1.0)]
    for van, load in [("first", morning), ("second", evening)]:
        for parcel in load:
            await parcels.put(parcel)
        await parcels.join()
        now = time.perf_counter() - start
        print(f"{now:.1f}s the {van} van leaves")


asyncio.run(main())
