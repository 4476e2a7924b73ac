import asyncio
import time


class Config:
    def __init__(self, server):
        self.server = server


class Service:
    config = Config("old")


async def request(service, start, begins, takes):
    await asyncio.sleep(begins)
    config = service.config
    await asyncio.sleep(takes)
    now = time.perf_counter() - start
    print(f"{now:.1f}s answer from the {config.server} server")


async def reload(service):
    await asyncio.sleep(0.2)
    service.config = Config("new")
    print("reloaded")


async def main():
    start = time.perf_counter()
    service = Service()
    await asyncio.gather(
        request(service, start, 0, 2.0),
        reload(service),
        request(service, start, 0.3, 0.1),
        request(service, start, 0.6, 0.3),
    )


asyncio.run(main())
