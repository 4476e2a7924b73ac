import asyncio


async def arrivals(events):
    for name in ["Ann", "Ben", "Cleo", "Dan"]:
        await asyncio.sleep(0.6)
        await events.put(("boarded", name))


async def refuel(events):
    await asyncio.sleep(0.8)
    await events.put(("refuelled", 2_000))


async def clock(events):
    await asyncio.sleep(2)
    await events.put(("departure", None))


async def main():
    events = asyncio.Queue(8)
    tasks = [
        asyncio.create_task(work(events))
        for work in (arrivals, refuel, clock)
    ]

    while True:
        match await events.get():
            case "boarded", name:
                print(f"{name} is on board")
            case "refuelled", litres:
                print(f"{litres} litres")
            case "departure", _:
                break
    for task in tasks:
        task.cancel()
    print("the ferry leaves")


asyncio.run(main())
