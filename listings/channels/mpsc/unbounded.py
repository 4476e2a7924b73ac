import asyncio

LINES = 50_000


async def write(lines):
    for number in range(1, LINES + 1):
        await lines.put(number)


async def log(kind, lines):
    writer = asyncio.create_task(write(lines))
    await asyncio.sleep(0.5)
    print(f"{kind}: {lines.qsize()} lines in the queue")
    written = 0
    while written < LINES:
        await lines.get()
        written += 1
    print(f"{kind}: {written} lines written")


async def main():
    await log("unbounded", asyncio.Queue())
    await log("bounded", asyncio.Queue(100))


asyncio.run(main())
