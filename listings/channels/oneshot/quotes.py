import asyncio


class Refused(Exception):
    pass


async def office(name, reply):
    if name == "Swift":
        await asyncio.sleep(0.3)
        reply.set_result(25)
    elif name == "Hollow":
        await asyncio.sleep(0.5)
        reply.set_exception(Refused("no road leads there"))
    elif name == "Snail":
        await asyncio.sleep(5.0)
        reply.set_result(5)


async def ask(name):
    reply = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(office(name, reply))
    try:
        price = await asyncio.wait_for(reply, 1)
        return f"{price} euros"
    except Refused as reason:
        return str(reason)
    except TimeoutError:
        return "too slow"


async def main():
    names = ["Swift", "Hollow", "Brick", "Snail"]
    answers = await asyncio.gather(*map(ask, names))
    for name, answer in zip(names, answers):
        print(f"{name}: {answer}")


asyncio.run(main())
