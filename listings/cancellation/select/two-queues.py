import asyncio


async def guests(kind, desk):
    for _ in range(500):
        await desk.put(kind)
    await desk.put(None)


async def main():
    door, phone = asyncio.Queue(8), asyncio.Queue(8)
    arriving = [
        asyncio.create_task(guests("walks in", door)),
        asyncio.create_task(guests("calls", phone)),
    ]

    served = []
    gets = {asyncio.create_task(q.get()): q for q in (door, phone)}
    while gets:
        done, _ = await asyncio.wait(
            gets, return_when=asyncio.FIRST_COMPLETED
        )
        for get in done:
            queue = gets.pop(get)
            if guest := get.result():
                served.append(guest)
                gets[asyncio.create_task(queue.get())] = queue
    await asyncio.gather(*arriving)

    for kind in ["walks in", "calls"]:
        print(f"{kind}: {served.count(kind)}")


asyncio.run(main())
