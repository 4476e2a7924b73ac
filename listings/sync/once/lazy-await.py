import asyncio
from functools import cache


@cache
async def discount():
    await asyncio.sleep(1)
    return 1


async def main():
    print(f"discount: {await discount()}")
    try:
        print(f"discount: {await discount()}")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
