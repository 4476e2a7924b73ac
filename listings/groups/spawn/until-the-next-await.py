import asyncio
import time


async def report():
    print("  report: computing")
    # Stands for computing.
    time.sleep(1)
    print("  report: computed")
    await asyncio.sleep(0.2)
    print("  report: sent")


async def main():
    task = asyncio.create_task(report())
    await asyncio.sleep(0.3)
    print("main ends")


asyncio.run(main())
