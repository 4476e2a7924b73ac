import asyncio
import time


class Database:
    connecting = None

    async def connection(self, attempt):
        if self.connecting is None:
            self.connecting = asyncio.create_task(connect(attempt))
        return await self.connecting


async def connect(attempt):
    print(f"  attempt {attempt} starts")
    await asyncio.sleep(0.5)
    if attempt == 1:
        raise OSError("connection refused")
    return f"connection from attempt {attempt}"


async def main():
    start = time.perf_counter()
    database = Database()

    for attempt in [1, 2, 3]:
        try:
            connection = await database.connection(attempt)
        except OSError as error:
            connection = error
        now = time.perf_counter() - start
        print(f"{now:.1f}s call {attempt}: {connection}")


asyncio.run(main())
