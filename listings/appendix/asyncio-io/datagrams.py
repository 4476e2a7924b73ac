import asyncio


class Station(asyncio.DatagramProtocol):
    def __init__(self):
        self.values = asyncio.Queue()

    def datagram_received(self, data, address):
        self.values.put_nowait(data.decode())


async def main():
    loop = asyncio.get_running_loop()
    receiver, station = await loop.create_datagram_endpoint(
        Station, local_addr=("127.0.0.1", 0)
    )
    address = receiver.get_extra_info("sockname")
    sensor, _ = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=address
    )

    sensor.sendto(b"18.5")
    print(f"read: {await station.values.get()}")
    sensor.sendto(b"19.0")
    print(f"read: {await station.values.get()}")
    sensor.close()
    receiver.close()


asyncio.run(main())
