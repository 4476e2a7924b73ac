import asyncio
import os
import tempfile


async def main():
    copied = asyncio.get_running_loop().create_future()

    async def echo(reader, writer):
        data = await reader.read()
        writer.write(data)
        await writer.drain()
        writer.close()
        copied.set_result(len(data))

    folder = tempfile.TemporaryDirectory()
    path = os.path.join(folder.name, "echo")
    server = await asyncio.start_unix_server(echo, path)

    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b"tea and toast")
    await writer.drain()
    writer.write_eof()
    answer = await reader.read()
    print(answer.decode())

    print(f"{await copied} bytes copied")
    writer.close()
    server.close()
    folder.cleanup()


asyncio.run(main())
