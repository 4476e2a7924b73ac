import asyncio

from harness import bench, main


async def there(rounds):
    loop = asyncio.get_running_loop()
    for n in range(rounds):
        promise = loop.create_future()
        promise.set_result(n)
        await promise


async def waiting(rounds):
    loop = asyncio.get_running_loop()

    async def send(promise, value):
        promise.set_result(value)

    for n in range(rounds):
        promise = loop.create_future()
        task = asyncio.create_task(send(promise, n))
        await promise
        del task


@main
def measure():
    bench("there", there)
    bench("waiting", waiting)
