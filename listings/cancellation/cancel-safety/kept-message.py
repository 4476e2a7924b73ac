import asyncio


async def next_label(parcels, in_hand):
    if not in_hand:
        in_hand.append(await parcels.get())
    if not in_hand[0]:
        return None
    await asyncio.sleep(0.3)  # looks up the address
    return f"{in_hand.pop()} to Oslo"


async def bring(parcels):
    for parcel in ["book", "lamp", "vase"]:
        await parcels.put(parcel)
        await asyncio.sleep(0.6)
    await parcels.put(None)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    parcels = asyncio.Queue(8)
    bringing = asyncio.create_task(bring(parcels))

    tick = start + 0.8
    in_hand = []
    while True:
        try:
            async with asyncio.timeout_at(tick):
                line = await next_label(parcels, in_hand)
        except TimeoutError:
            line = "the depot is open"
            tick += 0.8
        if line is None:
            break
        print(f"{loop.time() - start:.1f}s {line}")
    await bringing


asyncio.run(main())
