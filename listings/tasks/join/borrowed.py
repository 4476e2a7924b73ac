import asyncio


class Client:
    def __init__(self, host):
        self.host = host
        self.requests = 0

    async def get(self, page, delay):
        self.requests += 1
        print(f"request {self.requests}: {self.host}/{page}")
        await asyncio.sleep(delay)
        return f"<{page}>"


async def main():
    client = Client("example.org")

    news, weather = await asyncio.gather(
        client.get("news", 0.3), client.get("weather", 0.5)
    )

    print(f"{news} {weather}")
    print(f"{client.host} sent {client.requests} requests")


asyncio.run(main())
