import asyncio


async def box_office(mailbox):
    free = 5
    while (request := await mailbox.get()) is not None:
        seats, reply = request
        is_enough = free >= seats
        await asyncio.sleep(0.5)
        if is_enough:
            free -= seats
        reply.set_result(is_enough)
    print(f"{free} seats stay empty")


async def guest(name, seats, office):
    reply = asyncio.get_running_loop().create_future()
    await office.put((seats, reply))
    is_reserved = await reply
    print(f"{name}, {seats} seats: {is_reserved}")


async def main():
    mailbox = asyncio.Queue(8)
    office = asyncio.create_task(box_office(mailbox))
    async with asyncio.TaskGroup() as guests:
        for name, seats in [("Ada", 3), ("Ben", 3), ("Cleo", 2)]:
            guests.create_task(guest(name, seats, mailbox))
            await asyncio.sleep(0.1)
    await mailbox.put(None)
    await office


asyncio.run(main())
