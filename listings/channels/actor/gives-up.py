import asyncio


async def dispatcher(mailbox):
    taxi = 0
    while (request := await mailbox.get()) is not None:
        rider, reply = request
        if reply.cancelled():
            print(f"{rider} has left, no search")
            continue
        taxi += 1
        await asyncio.sleep(1)
        if reply.cancelled():
            print(f"{rider} has left, taxi {taxi} is sent back")
        else:
            reply.set_result(taxi)


async def ride(rider, patience, mailbox):
    reply = asyncio.get_running_loop().create_future()
    await mailbox.put((rider, reply))
    try:
        taxi = await asyncio.wait_for(reply, patience)
        print(f"{rider} takes taxi {taxi}")
    except TimeoutError:
        print(f"{rider} walks")


async def main():
    mailbox = asyncio.Queue(8)
    task = asyncio.create_task(dispatcher(mailbox))
    async with asyncio.TaskGroup() as riders:
        for rider, patience in [
            ("Ada", 1.5),
            ("Ben", 1.6),
            ("Cleo", 1),
        ]:
            riders.create_task(ride(rider, patience, mailbox))
            await asyncio.sleep(0.1)
    await mailbox.put(None)
    await task


asyncio.run(main())
