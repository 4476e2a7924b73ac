import asyncio


async def brew(cups):
    print("brewing")
    return f"{cups} cups of coffee"


async def main():
    print("before the call")
    coffee = brew(2)
    print("after the call")
    served = await coffee
    print(f"after the await: {served}")


asyncio.run(main())
