import asyncio


class Till:
    def __init__(self, coins):
        self.lock = asyncio.Lock()
        self.coins = coins

    async def total(self):
        async with self.lock:
            return sum(self.coins)

    async def pay_in(self, coin):
        async with self.lock:
            self.coins.append(coin)
            print(f"{coin} paid in")
            print(f"{await self.total()} in the till")


async def main():
    till = Till([50, 20])
    await till.pay_in(10)


asyncio.run(main())
