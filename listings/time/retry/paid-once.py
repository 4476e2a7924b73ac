import asyncio


class Bank:
    def __init__(self):
        self.balance = 100
        self.orders = set()

    async def pay(self, order, amount):
        is_new = order not in self.orders
        if is_new:
            self.orders.add(order)
            self.balance -= amount
        # The answer to the first payment is slow.
        await asyncio.sleep(0.9 if is_new else 0.1)


async def main():
    bank = Bank()

    for attempt in range(1, 4):
        try:
            async with asyncio.timeout(0.3):
                await bank.pay("order 17", 30)
            print(f"try {attempt}: paid 30")
            break
        except TimeoutError:
            print(f"try {attempt}: no answer")
    print(f"balance {bank.balance}")


asyncio.run(main())
