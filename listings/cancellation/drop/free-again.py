import asyncio


class Oven:
    def __init__(self):
        self.busy = False

    async def bake(self, cake, seconds):
        self.busy = True
        try:
            await asyncio.sleep(seconds)
            print(f"{cake} is baked")
        finally:
            self.busy = False


async def main():
    oven = Oven()

    for cake, seconds in [("plum cake", 0.6), ("stollen", 3.0)]:
        try:
            await asyncio.wait_for(oven.bake(cake, seconds), 1)
        except TimeoutError:
            pass
        print(f"after the {cake}, busy: {oven.busy}".lower())


asyncio.run(main())
