import asyncio


def ship(parcel):
    print(f"{parcel}: label printed")

    async def deliver():
        print(f"{parcel}: on the van")
        await asyncio.sleep(1)
        return f"{parcel}: delivered"

    return deliver()


async def main():
    delivery = ship("books")
    print("ship has returned")
    print(await delivery)


asyncio.run(main())
