import asyncio
import time


class Register:
    def __init__(self):
        self.members = []
        self.cards = 0

    def enter(self, name):
        self.members.append(name)
        return len(self.members)


async def new_member(register, printing):
    number = register.enter("a name")
    await asyncio.sleep(printing)
    register.cards += 1
    return number


async def main():
    start = time.perf_counter()
    register = Register()

    async with asyncio.TaskGroup() as desks:
        tasks = [
            desks.create_task(new_member(register, printing))
            for printing in [0.5, 0.3, 0.7, 0.2]
        ]
    numbers = sorted(task.result() for task in tasks)

    print(f"numbers on the cards: {numbers}")
    print(f"cards printed: {register.cards}")
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
