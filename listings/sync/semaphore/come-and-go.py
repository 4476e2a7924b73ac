import asyncio


async def main():
    boats = asyncio.Semaphore(2)

    await boats.acquire()
    print(f"one is out, none left: {boats.locked()}")
    await boats.acquire()
    print(f"both are out, none left: {boats.locked()}")
    boats.release()
    print(f"one is back, one is lost, none left: {boats.locked()}")

    for _ in range(3):
        boats.release()
    print("three are bought")

    sold = 0
    while not boats.locked():
        await boats.acquire()
        sold += 1
    print(f"{sold} are sold, none left: {boats.locked()}")

    strict = asyncio.BoundedSemaphore(2)
    try:
        strict.release()
    except ValueError as error:
        print(f"one is bought: {error}")


asyncio.run(main())
