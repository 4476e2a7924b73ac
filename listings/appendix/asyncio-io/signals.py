import asyncio
import signal


async def send(name):
    # The parent of the shell is this program.
    kill = f"kill -s {name} $PPID"
    shell = await asyncio.create_subprocess_exec("sh", "-c", kill)
    assert await shell.wait() == 0


async def wait_for_signal():
    await asyncio.Event().wait()


async def main():
    loop = asyncio.get_running_loop()
    reload = asyncio.Event()
    loop.add_signal_handler(signal.SIGHUP, reload.set)
    await send("HUP")
    await reload.wait()
    print("configuration read again")

    sender = asyncio.create_task(send("INT"))
    try:
        await wait_for_signal()
    except asyncio.CancelledError:
        print("interrupted")
    await sender


asyncio.run(main())
