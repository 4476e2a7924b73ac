import asyncio


class Declined(Exception):
    def __init__(self, missing):
        self.missing = missing


async def card_terminal(card, reply):
    await asyncio.sleep(0.5)
    if card == "gold card":
        reply.set_result(4711)
    elif card == "blue card":
        reply.set_exception(Declined(missing=30))
    # Any other cannot be read: there is no answer to give.


async def main():
    for card in ["gold card", "blue card", "bent card"]:
        reply = asyncio.get_running_loop().create_future()
        terminal = asyncio.create_task(card_terminal(card, reply))
        try:
            async with asyncio.timeout(5):
                code = await reply
            print(f"{card}: approved with code {code}")
        except Declined as error:
            print(
                f"{card}: declined, {error.missing} euros are missing"
            )
        except TimeoutError:
            print(f"{card}: no answer within 5 seconds")


asyncio.run(main())
