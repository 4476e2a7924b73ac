import asyncio
import time


async def load(page):
    print(f"loading {page}")
    await asyncio.sleep(1)
    return f"<{page}>"


async def cache(mailbox):
    pages = {}
    while True:
        page, reply = await mailbox.get()
        if page not in pages:
            pages[page] = await load(page)
        reply.set_result(pages[page])


async def read(page, mailbox):
    start = time.perf_counter()
    reply = asyncio.get_running_loop().create_future()
    await mailbox.put((page, reply))
    text = await reply
    return f"{text} after {time.perf_counter() - start:.1f}s"


async def main():
    mailbox = asyncio.Queue(8)
    task = asyncio.create_task(cache(mailbox))

    readers = []
    for page in ["home", "home", "news", "home"]:
        readers.append(asyncio.create_task(read(page, mailbox)))
        await asyncio.sleep(0.4)
    for reader in readers:
        print(await reader)


asyncio.run(main())
