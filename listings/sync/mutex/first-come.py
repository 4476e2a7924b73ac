import asyncio
import time


def say(start, what):
    print(f"{time.perf_counter() - start:.1f}s {what}")


async def patient(piano, start, name, comes):
    await asyncio.sleep(comes)
    say(start, f"{name} asks")
    async with piano:
        say(start, f"{name} plays")
        await asyncio.sleep(1)


async def impatient(piano, start, name, comes):
    await asyncio.sleep(comes)
    while True:
        say(start, f"{name} asks")
        try:
            async with asyncio.timeout(0.8):
                await piano.acquire()
            break
        except TimeoutError:
            pass
    say(start, f"{name} plays")
    piano.release()


async def main():
    start = time.perf_counter()
    piano = asyncio.Lock()
    await asyncio.gather(
        patient(piano, start, "Ada", 0),
        impatient(piano, start, "Ben", 0.1),
        patient(piano, start, "Cleo", 0.2),
        patient(piano, start, "Dan", 1.2),
    )


asyncio.run(main())
