import asyncio


async def archive(wire):
    while (headline := await wire.get()) is not None:
        await asyncio.sleep(0.5)
        print(f"archived: {headline}")
    print("archive closed")


async def main():
    for_archive = asyncio.Queue(16)
    wire = [for_archive]
    task = asyncio.create_task(archive(for_archive))

    for message in ["bridge reopened", "storm on Friday", None]:
        for queue in wire:
            queue.put_nowait(message)
    print("newsroom closed")

    await task


asyncio.run(main())
