import asyncio
import time


class Connection:
    opened = 0

    @classmethod
    async def open(cls):
        connection = cls()
        cls.opened += 1
        connection.number = cls.opened
        await asyncio.sleep(0.3)
        return connection

    async def query(self):
        await asyncio.sleep(0.4)


async def serve(start, customer, comes):
    await asyncio.sleep(comes)
    connection = await Connection.open()
    await connection.query()
    end = time.perf_counter() - start
    number = connection.number
    print(f"{end:.1f}s {customer} served, connection {number}")


async def main():
    start = time.perf_counter()
    await asyncio.gather(
        serve(start, "Ada", 0),
        serve(start, "Ben", 0.1),
        serve(start, "Cleo", 0.2),
        serve(start, "Dan", 0.3),
    )
    print(f"opened: {Connection.opened}")


asyncio.run(main())
