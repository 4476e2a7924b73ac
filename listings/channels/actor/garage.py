import asyncio


async def garage(mailbox):
    cars = 0
    while (message := await mailbox.get()) != "closed":
        match message:
            case "entered":
                cars += 1
            case "left":
                cars -= 1
        print(f"cars inside: {cars}")
    return cars


async def gate(mailbox, seconds):
    for message in ["entered", "entered", "left"]:
        await asyncio.sleep(seconds)
        await mailbox.put(message)


async def main():
    mailbox = asyncio.Queue(8)
    task = asyncio.create_task(garage(mailbox))
    async with asyncio.TaskGroup() as gates:
        gates.create_task(gate(mailbox, 0.3))
        gates.create_task(gate(mailbox, 0.4))
    await mailbox.put("closed")

    print(f"closed, cars left: {await task}")


asyncio.run(main())
