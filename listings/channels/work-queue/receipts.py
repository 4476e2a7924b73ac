import asyncio
import time


async def printer(photos):
    while True:
        name, seconds, reply = await photos.get()
        await asyncio.sleep(seconds)
        reply.set_result(f"{name} on paper")


async def main():
    start = time.perf_counter()
    photos = asyncio.Queue(2)
    printers = []
    for _ in range(2):
        printers.append(asyncio.create_task(printer(photos)))

    replies = []
    for name, seconds in [("beach", 0.9), ("party", 0.3), ("dog", 0.5)]:
        reply = asyncio.get_running_loop().create_future()
        await photos.put((name, seconds, reply))
        replies.append(reply)
    for reply in await asyncio.gather(*replies):
        print(reply)
    print(f"{time.perf_counter() - start:.1f}s all printed")


asyncio.run(main())
