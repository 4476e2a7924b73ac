import asyncio


async def write_log(mailbox):
    lines = 0
    while (line := await mailbox.get()) is not None:
        await asyncio.sleep(0.3)
        print(f"written: {line}")
        lines += 1
    print("file closed")
    return lines


async def sensor(name, log):
    for day in ["Monday", "Tuesday"]:
        await log.put(f"{name} on {day}")


async def main():
    log = asyncio.Queue(8)
    writer = asyncio.create_task(write_log(log))

    await sensor("roof", log)
    await sensor("well", log)
    await log.put(None)
    print("no handle is left")

    print(f"{await writer} lines")


asyncio.run(main())
