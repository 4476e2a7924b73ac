import asyncio
import time


class Bank:
    login = None

    async def session(self):
        if self.login is None:
            self.login = asyncio.create_task(log_in())
        return await self.login


async def log_in():
    print("logging in")
    await asyncio.sleep(1)
    return "session 7"


async def ask(what, at, takes, bank):
    start = time.perf_counter()
    await asyncio.sleep(at)
    session = await bank.session()
    await asyncio.sleep(takes)
    print(f"{time.perf_counter() - start:.1f}s {what}, by {session}")


async def main():
    bank = Bank()
    print("the program starts")
    await asyncio.gather(
        ask("balance", 0.3, 0.4, bank),
        ask("transfers", 0.6, 0.2, bank),
        ask("statement", 1.8, 0.3, bank),
    )


asyncio.run(main())
