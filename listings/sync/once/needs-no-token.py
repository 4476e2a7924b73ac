import asyncio


async def ask(what):
    print(f"asking for the {what}")
    await asyncio.sleep(0.3)
    return what


async def log_in():
    print("logging in")
    await asyncio.sleep(0.5)
    return f"token of {await ask('user')}"


class Shop:
    login = None

    async def get(self, what):
        if self.login is None:
            self.login = asyncio.create_task(log_in())
        token = await self.login
        return f"{await ask(what)} by {token}"


async def main():
    shop = Shop()
    print(await shop.get("price list"))


asyncio.run(main())
