import asyncio


class Settings:
    config = {"currency": "EUR"}


async def answer(request, settings):
    config = settings.config
    await asyncio.sleep(0.6)
    print(f"request {request}: 5.00 {config['currency']}")


async def reload(settings):
    await asyncio.sleep(0.7)
    settings.config = {"currency": "CHF"}
    print("configuration reloaded")


async def main():
    settings = Settings()
    async with asyncio.TaskGroup() as server:
        server.create_task(reload(settings))

        for request in range(1, 5):
            server.create_task(answer(request, settings))
            await asyncio.sleep(0.4)


asyncio.run(main())
