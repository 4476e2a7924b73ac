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


class Pool:
    def __init__(self):
        self.permits = asyncio.Semaphore(2)
        self.idle = []


async def serve(pool, start, customer, comes):
    await asyncio.sleep(comes)
    async with pool.permits:
        if pool.idle:
            connection = pool.idle.pop()
        else:
            connection = await Connection.open()
        await connection.query()
        end = time.perf_counter() - start
        number = connection.number
        print(f"{end:.1f}s {customer} served, connection {number}")
        pool.idle.append(connection)


async def main():
    start = time.perf_counter()
    pool = Pool()
    await asyncio.gather(
        serve(pool, start, "Ada", 0),
        serve(pool, start, "Ben", 0.1),
        serve(pool, start, "Cleo", 0.2),
        serve(pool, start, "Dan", 0.3),
    )
    print(f"opened: {Connection.opened}")


asyncio.run(main())
