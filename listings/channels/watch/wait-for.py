import asyncio


class Oven:
    def __init__(self, celsius):
        self.celsius = celsius
        self.changed = asyncio.Condition()

    async def set(self, celsius):
        async with self.changed:
            self.celsius = celsius
            self.changed.notify_all()


async def bake(dish, oven, needed):
    def is_decided():
        return oven.celsius is None or oven.celsius >= needed

    async with oven.changed:
        await oven.changed.wait_for(is_decided)
    if oven.celsius is None:
        print(f"{dish}: the oven is off")
    else:
        print(f"{dish} goes in at {oven.celsius}")


async def main():
    oven = Oven(80)
    async with asyncio.TaskGroup() as dishes:
        dishes.create_task(bake("pizza", oven, 250))
        dishes.create_task(bake("meringue", oven, 80))
        dishes.create_task(bake("cake", oven, 180))
        dishes.create_task(bake("glaze", oven, 900))

        for celsius in [140, 200, 260, None]:
            await asyncio.sleep(0.5)
            await oven.set(celsius)


asyncio.run(main())
