import asyncio
import time


class Register:
    def __init__(self):
        self.last = 0


async def new_member(register, printing):
    number = register.last + 1
    await asyncio.sleep(printing)
    register.last = number
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
    print(f"last number: {register.last}")
    print(f"total {time.perf_counter() - start:.1f}s")


asyncio.run(main())
