import asyncio


async def brew(cups):
    await asyncio.sleep(0.1)
    return f"{cups} cups of coffee"


async def main():
    coffee = brew(2)
    print(f"first await: {await coffee}")
    try:
        print(f"second await: {await coffee}")
    except RuntimeError as error:
        print(f"second await: {error!r}")

    coffee = asyncio.create_task(brew(2))
    print(f"first await of a task: {await coffee}")
    print(f"second await of a task: {await coffee}")


asyncio.run(main())
