import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()

    reader, writer = await asyncio.open_connection(host, port)
    for word in ["tea\n", "cake\n"]:
        writer.write(word.encode())
        await writer.drain()
        answer = await reader.readline()
        print(answer.decode(), end="")
    writer.write_eof()
    print(f"then {len(await reader.read())} bytes")
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
