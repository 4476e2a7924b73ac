import asyncio


class BoxOffice:
    def __init__(self, free):
        self.mailbox = asyncio.Queue(8)
        self.task = asyncio.create_task(run(self.mailbox, free))

    async def reserve(self, seats):
        reply = asyncio.get_running_loop().create_future()
        await self.mailbox.put((seats, reply))
        return await reply


async def run(mailbox, free):
    while True:
        seats, reply = await mailbox.get()
        is_enough = free >= seats
        await asyncio.sleep(0.5)
        free -= seats if is_enough else 0
        reply.set_result(is_enough)


async def main():
    office = BoxOffice(5)
    ada, ben = await asyncio.gather(
        office.reserve(3), office.reserve(3)
    )
    print(f"one of Ada and Ben has seats: {ada != ben}")
    print(f"Cleo has seats: {await office.reserve(2)}")


asyncio.run(main())
