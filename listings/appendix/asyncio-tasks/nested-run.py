import asyncio


async def price(item):
    await asyncio.sleep(0.3)
    return len(item) * 50


def price_now(item):
    question = price(item)
    try:
        return asyncio.run(question)
    finally:
        question.close()


async def main():
    print("asking")
    try:
        print(f"tea costs {price_now('tea')}")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
