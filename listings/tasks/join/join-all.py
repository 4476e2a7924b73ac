import asyncio
import time


async def ask(sensor, delay):
    await asyncio.sleep(delay)
    print(f"{sensor} answers")
    return f"{sensor} ok"


async def main():
    start = time.perf_counter()
    sensors = [("cellar", 0.9), ("kitchen", 0.3), ("attic", 0.6)]

    questions = [ask(sensor, delay) for sensor, delay in sensors]
    answers = await asyncio.gather(*questions)

    print(answers)
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
