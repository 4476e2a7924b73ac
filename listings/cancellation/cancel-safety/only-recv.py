import asyncio


async def label(parcel):
    # Looking up the address.
    await asyncio.sleep(0.3)
    return f"{parcel} to Oslo"


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
    while True:
        try:
            async with asyncio.timeout_at(tick):
                parcel = await parcels.get()
            line = await label(parcel) if parcel else None
        except TimeoutError:
            line = "the depot is open"
            tick += 0.8
        if line is None:
            break
        print(f"{loop.time() - start:.1f}s {line}")
    await bringing


asyncio.run(main())
