import asyncio

PATIENCE = 1_000


async def serve():
    orders = asyncio.Queue(1)
    closing = asyncio.get_running_loop().create_future()
    orders.put_nowait("soup")
    closing.set_result(None)

    order = asyncio.create_task(orders.get())
    for served in range(PATIENCE):
        done, _ = await asyncio.wait(
            [order, closing], return_when=asyncio.FIRST_COMPLETED
        )
        if closing in done:
            return served
        elif order in done:
            orders.put_nowait(order.result())
            order = asyncio.create_task(orders.get())
            await asyncio.sleep(0)
    return None


async def main():
    match await serve():
        case None:
            print(f"still open after {PATIENCE} orders")
        case served:
            print(f"closed after {served} orders")


asyncio.run(main())
