import asyncio


async def save(order):
    await asyncio.sleep(0.1 * order)
    if order == 1:
        raise OSError("the disk is full")
    if order == 2:
        raise KeyError("order 2 has no customer")


def report(loop, context):
    print(f"{context['message']}: {context['exception']!r}")


async def main():
    # Without this handler, asyncio logs the same to standard error.
    asyncio.get_running_loop().set_exception_handler(report)
    for order in range(1, 4):
        asyncio.create_task(save(order))
    await asyncio.sleep(0.4)
    print("all is quiet")


asyncio.run(main())
