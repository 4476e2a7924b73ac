import asyncio


class Gate:
    def __init__(self):
        self.opened = asyncio.Event()

    def open(self):
        self.opened.set()
        print("the gate is open")

    async def walk_through(self):
        if not self.opened.is_set():
            print("the gate is closed, the walker eats an apple")
            await asyncio.sleep(0.6)
            await self.opened.wait()
        print("the walker is through")


async def keep(gate):
    await asyncio.sleep(0.3)
    gate.open()


async def main():
    gate = Gate()
    await asyncio.gather(gate.walk_through(), keep(gate))


asyncio.run(main())
