import asyncio
import time
from contextlib import asynccontextmanager


class Printer:
    def __init__(self):
        self.start = time.perf_counter()

    async def print(self, pages):
        await asyncio.sleep(0.1 * pages)
        self.log(f"{pages} pages")

    async def switch_off(self):
        await asyncio.sleep(0.2)
        self.log("off")

    def log(self, what):
        print(f"{time.perf_counter() - self.start:.1f}s {what}")


@asynccontextmanager
async def switched_on():
    printer = Printer()
    printer.log("on")
    try:
        yield printer
    finally:
        await printer.switch_off()


async def print_pages(pages):
    async with switched_on() as printer:
        await printer.print(pages)


async def main():
    await print_pages(3)

    try:
        await asyncio.wait_for(print_pages(900), 0.4)
        printed = "true"
    except TimeoutError:
        printed = "false"
    print(f"printed: {printed}")


asyncio.run(main())
