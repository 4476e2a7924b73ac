import asyncio
import time


async def call(phone, start, name, at):
    await asyncio.sleep(at)
    async with phone:
        print(f"{time.perf_counter() - start:.1f}s {name} calls")
        await asyncio.sleep(0.5)


async def restless(phone, start, name, at):
    await asyncio.sleep(at)
    looks = 0
    while True:
        try:
            await asyncio.wait_for(phone.acquire(), 0.3)
            break
        except TimeoutError:
            looks += 1
    at = time.perf_counter() - start
    print(f"{at:.1f}s {name} calls after {looks} looks outside")
    await asyncio.sleep(0.5)
    phone.release()


async def main():
    start = time.perf_counter()
    phone = asyncio.Lock()
    await asyncio.gather(
        call(phone, start, "Ada", 0),
        restless(phone, start, "Ben", 0.1),
        call(phone, start, "Cleo", 0.2),
        call(phone, start, "Dan", 0.6),
        call(phone, start, "Eve", 0.9),
    )


asyncio.run(main())
