import asyncio


async def read(sensor):
    await asyncio.sleep(0.3)
    if sensor == "cellar":
        return 12
    if sensor == "oven":
        raise ValueError("oven: 999 degrees")
    raise TimeoutError(f"{sensor}: silent")


async def main():
    sensors = ["attic", "cellar", "oven", "shed"]
    readings = map(read, sensors)
    results = await asyncio.gather(*readings, return_exceptions=True)
    errors = [
        error for error in results if isinstance(error, Exception)
    ]

    try:
        if errors:
            raise ExceptionGroup("sensors", errors)
    except* TimeoutError as silent:
        for error in silent.exceptions:
            print(f"change the battery, {error}")
    except* Exception as others:
        for error in others.exceptions:
            print(f"not handled: {error}")


asyncio.run(main())
