import asyncio
import time


class Table:
    def __init__(self):
        self.gate = asyncio.Barrier(3)
        self.cards = [0, 0, 0]
        self.opened = time.perf_counter()


async def play(seat, hand, table):
    for card, thinks_for in hand:
        await asyncio.sleep(thinks_for)
        table.cards[seat] = card

        # All cards lie on the table.
        if await table.gate.wait() == table.gate.parties - 1:
            now = time.perf_counter() - table.opened
            print(f"{now:.1f}s the cards are {table.cards}")
        # The leader has read them.
        await table.gate.wait()


async def main():
    table = Table()
    async with asyncio.TaskGroup() as players:
        players.create_task(play(0, [(7, 0.5), (2, 0.9)], table))
        players.create_task(play(1, [(9, 1.0), (8, 0.6)], table))
        players.create_task(play(2, [(4, 0.3), (5, 0.2)], table))


asyncio.run(main())
