import asyncio


async def temperature(sensor):
    print(f"asking {sensor}")
    await asyncio.sleep(1)
    return 11.5


async def report():
    celsius = await temperature("cellar")
    print(f"cellar: {celsius} degrees")


def main():
    with asyncio.Runner() as runner:
        body = report()
        print("nothing asked so far")
        runner.run(body)
        print("run has returned")


main()
