import asyncio


class Shop:
    login = None

    async def token(self):
        if self.login is None:
            self.login = asyncio.create_task(self.log_in())
        return await self.login

    async def log_in(self):
        print("logging in")
        await asyncio.sleep(0.5)
        return f"token of {await self.get('user')}"

    async def get(self, what):
        print(f"asking for the {what}")
        token = await self.token()
        await asyncio.sleep(0.3)
        return f"{what} by {token}"


async def main():
    shop = Shop()
    try:
        print(await shop.get("price list"))
    except RuntimeError as error:
        # Behind the colon comes the task, with its address.
        print(str(error).split(":")[0])


asyncio.run(main())
