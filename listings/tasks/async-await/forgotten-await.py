import asyncio
import warnings


async def save(note):
    print(f"saved: {note}")


async def main():
    with warnings.catch_warnings(record=True) as caught:
        save("two soups for table four")
    for warning in caught:
        print(f"{warning.category.__name__}: {warning.message}")
    print("done")


asyncio.run(main())
