import asyncio


async def write_report():
    try:
        print("writing")
        await asyncio.sleep(10)
        print("report sent")
    finally:
        print("draft thrown away")


async def main():
    report = asyncio.create_task(write_report())
    await asyncio.sleep(0.5)

    report.cancel()
    print(f"aborted; finished: {report.done()}")

    try:
        await report
    except asyncio.CancelledError:
        print(f"cancelled: {report.cancelled()}")


asyncio.run(main())
