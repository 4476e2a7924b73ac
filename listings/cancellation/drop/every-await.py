import asyncio


async def step(name, seconds, log):
    await asyncio.sleep(seconds)
    log.append(name)


async def greet(log):
    log.append("greeted")


async def sell(log):
    await greet(log)
    await step("paid", 0.4, log)
    await step("packed", 0.4, log)
    await step("handed over", 0.4, log)


async def main():
    log = []
    try:
        await asyncio.create_task(sell(log))
        end = "sold"
    except asyncio.CancelledError:
        end = "cut"
    print(f"{end}: {', '.join(log)}")


asyncio.run(main())
