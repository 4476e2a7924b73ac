import asyncio


async def record(source):
    """Reads a record such as `3:tea`: a length, a colon, and so many bytes.
    At the end of the input there is no further one."""
    try:
        length = await source.readuntil(b":")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return None
    length = int(length.removesuffix(b":"))

    return (await source.readexactly(length)).decode()


async def read_all(data):
    source = asyncio.StreamReader()
    source.feed_data(data)
    source.feed_eof()
    while (text := await record(source)) is not None:
        print(text)


async def main():
    for data in [b"3:tea5:toast", b"3:tea9:marma"]:
        try:
            await read_all(data)
            print("the end")
        except asyncio.IncompleteReadError:
            print("unexpected end of file")


asyncio.run(main())
