import asyncio
import time


async def card_terminal(approval, start):
    await asyncio.sleep(0.8)
    approval.set_result(4711)
    await asyncio.sleep(0.7)
    now = time.perf_counter() - start
    print(f"{now:.1f}s terminal: receipt printed")


async def main():
    start = time.perf_counter()
    approval = asyncio.get_running_loop().create_future()
    terminal = asyncio.create_task(card_terminal(approval, start))

    code = await approval
    now = time.perf_counter() - start
    print(f"{now:.1f}s shop: approved with code {code}, pack the goods")

    await terminal


asyncio.run(main())
