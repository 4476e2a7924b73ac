import asyncio


async def print_all(lines):
    while (line := await lines.get()) is not None:
        print(line)
    print("the printer is off")


class Printer:
    def __init__(self):
        self.lines = asyncio.Queue(4)
        self.task = asyncio.create_task(print_all(self.lines))

    async def stop(self):
        await self.lines.put(None)
        await self.task


async def main():
    printer = Printer()
    await printer.lines.put("ticket 1")
    await printer.stop()
    print("good night")


asyncio.run(main())
