import asyncio


async def record(source):
    """Reads a record such as `3:tea`: a length, a colon, and so many bytes."""
    length = await source.readuntil(b":")
    length = int(length.removesuffix(b":"))

    return (await source.readexactly(length)).decode()


async def main():
    source = asyncio.StreamReader()
    source.feed_data(b"3:tea5:toast9:marma")
    source.feed_eof()
    while True:
        try:
            print(await record(source))
        except asyncio.IncompleteReadError:
            break
    print("the last record is cut off")


asyncio.run(main())
