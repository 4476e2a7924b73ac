import asyncio


async def till(payments, key):
    total = 0
    tick = asyncio.create_task(asyncio.sleep(0))
    payment = asyncio.create_task(payments.get())
    while True:
        await asyncio.wait(
            [key, tick, payment], return_when=asyncio.FIRST_COMPLETED
        )
        if key.done():
            return total
        if tick.done():
            print(f"total: {total}")
            tick = asyncio.create_task(asyncio.sleep(1))
        elif payment.done():
            total += payment.result()
            payment = asyncio.create_task(payments.get())


async def main():
    payments = asyncio.Queue(8)
    key = asyncio.get_running_loop().create_future()
    closing = asyncio.create_task(till(payments, key))

    for amount in [12, 30, 8]:
        await asyncio.sleep(0.7)
        await payments.put(amount)
    await asyncio.sleep(0.5)
    key.set_result(None)
    await payments.put(99)

    print(f"closed at {await closing}")


asyncio.run(main())
