import asyncio


def transfer(accounts, amount):
    accounts[0] -= amount
    if amount > 100:
        raise ValueError("over the limit")
    accounts[1] += amount


async def transfer_locked(lock, accounts, amount):
    async with lock:
        transfer(accounts, amount)


async def main():
    lock = asyncio.Lock()
    ours = [200, 200]

    task = asyncio.create_task(transfer_locked(lock, ours, 150))
    try:
        await task
    except ValueError as error:
        print(f"task failed: {error}")
    async with lock:
        print(f"asyncio: {ours}")


asyncio.run(main())
