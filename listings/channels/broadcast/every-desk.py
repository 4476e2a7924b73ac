import asyncio


async def desk(name, wire, seconds):
    for _ in range(2):
        headline = await wire.get()
        await asyncio.sleep(seconds)
        print(f"{name} has: {headline}")


async def main():
    for_radio = asyncio.Queue(16)
    for_site = asyncio.Queue(16)
    wire = [for_radio, for_site]
    radio = asyncio.create_task(desk("radio", for_radio, 0.3))
    site = asyncio.create_task(desk("site", for_site, 0.5))

    for headline in ["bridge reopened", "storm on Friday"]:
        await asyncio.sleep(1)
        for queue in wire:
            queue.put_nowait(headline)
        print(f"sent: {headline}, {len(wire)}")

    await radio
    await site


asyncio.run(main())
