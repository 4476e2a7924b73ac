import asyncio
import time


async def courier(arrived):
    await asyncio.sleep(1.5)
    arrived.set_result("at the front door")


async def main():
    start = time.perf_counter()
    arrived = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(courier(arrived))

    def callback(arrived):
        now = time.perf_counter() - start
        if arrived.cancelled():
            print(f"{now:.1f}s callback: the parcel is lost")
        else:
            place = arrived.result()
            print(f"{now:.1f}s callback: the parcel is {place}")

    arrived.add_done_callback(callback)

    await asyncio.sleep(0.5)
    print(f"{time.perf_counter() - start:.1f}s main: had lunch")
    await arrived
    print(f"{time.perf_counter() - start:.1f}s main: done")


asyncio.run(main())
