import asyncio


async def write(lock, log, line):
    async with lock:
        log.append(line)


async def back_up(lock):
    async with lock:
        await asyncio.sleep(0.5)


async def main():
    lock = asyncio.Lock()
    log = []
    backup = asyncio.create_task(back_up(lock))

    writing = asyncio.create_task(write(lock, log, "door opened"))
    await asyncio.wait({writing}, timeout=0.2)
    if writing.done():
        print("written")
    else:
        print("this takes long")
        await write(lock, log, "slow log")
    await writing
    await backup
    print(", ".join(log))


asyncio.run(main())
