import asyncio
import time


async def station(name, answer):
    if name == "harbor":
        await asyncio.sleep(0.5)
        answer.set_result(12.5)
    elif name == "ridge":
        await asyncio.sleep(1.5)
        answer.set_exception(OSError("the sensor is frozen"))
    else:
        await asyncio.sleep(1.0)


async def reading(name):
    answer = asyncio.get_running_loop().create_future()
    asking = asyncio.create_task(station(name, answer))
    return await asyncio.wait_for(answer, 3)


async def main():
    stations = ["harbor", "ridge", "lake"]
    start = time.perf_counter()
    readings = map(reading, stations)
    results = await asyncio.gather(*readings, return_exceptions=True)
    print(f"after {time.perf_counter() - start:.1f}s:")
    for name, result in zip(stations, results):
        print(f"{name}: {result!r}")


asyncio.run(main())
