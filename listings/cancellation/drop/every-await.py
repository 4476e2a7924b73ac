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
    for millis in [200, 600, 1_000, 1_400]:
        log = []
        sale = asyncio.create_task(sell(log))
        await asyncio.sleep(millis / 1000)
        sale.cancel()
        try:
            await sale
            end = "sold"
        except asyncio.CancelledError:
            end = "cut"
        print(f"{millis} ms, {end}: {', '.join(log)}")


asyncio.run(main())
