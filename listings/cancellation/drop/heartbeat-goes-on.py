import asyncio


class Connection:
    def __init__(self):
        self.heartbeat = asyncio.create_task(beat())


async def beat():
    while True:
        print("beat")
        await asyncio.sleep(1)


async def main():
    connection = Connection()
    await asyncio.sleep(1.5)

    del connection
    print("connection dropped")
    await asyncio.sleep(2)


asyncio.run(main())
