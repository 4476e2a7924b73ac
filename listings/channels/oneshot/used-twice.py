import asyncio


async def download(mirror):
    if mirror == "oslo":
        return None
    return f"the file from {mirror}"


async def try_mirrors(found):
    for mirror in ["oslo", "berlin"]:
        file = await download(mirror)
        if file is not None:
            found.set_result(file)


async def main():
    found = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(try_mirrors(found))
    for look in range(1, 4):
        answer = await asyncio.wait_for(found, 1)
        print(f"look {look}: {answer}")
    await task


asyncio.run(main())
