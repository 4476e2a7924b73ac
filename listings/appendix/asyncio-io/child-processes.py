import asyncio
from asyncio.subprocess import PIPE


async def main():
    echo = await asyncio.create_subprocess_exec("echo", "hello", stdout=PIPE)
    output, _ = await echo.communicate()
    print(output.decode(), end="")

    script = await asyncio.create_subprocess_exec(
        "sh", "-c", "echo one; echo two; exit 3", stdout=PIPE
    )
    async for line in script.stdout:
        print(f"line: {line.decode().rstrip()}")
    print(f"exit code {await script.wait()}")

    slow = await asyncio.create_subprocess_exec("sleep", "60")
    try:
        await asyncio.wait_for(slow.wait(), 0.2)
        print("in time: true")
    except TimeoutError:
        print("in time: false")
    slow.kill()
    print(f"exit code {await slow.wait()}")


asyncio.run(main())
