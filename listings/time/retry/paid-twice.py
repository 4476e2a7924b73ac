import asyncio


class Bank:
    def __init__(self):
        self.balance = 100
        self.payments = 0

    async def pay(self, amount):
        self.balance -= amount
        self.payments += 1
        # The answer to the first payment is slow.
        await asyncio.sleep(0.9 if self.payments == 1 else 0.1)


async def main():
    bank = Bank()

    for attempt in range(1, 4):
        try:
            async with asyncio.timeout(0.3):
                await bank.pay(30)
            print(f"try {attempt}: paid 30")
            break
        except TimeoutError:
            print(f"try {attempt}: no answer")
    print(f"balance {bank.balance}")


asyncio.run(main())
