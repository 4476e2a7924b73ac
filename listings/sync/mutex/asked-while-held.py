import asyncio


async def links_on(page):
    await asyncio.sleep(0.1)
    return ["menu", "contact"] if page == "home" else []


async def main():
    lock = asyncio.Lock()
    to_visit = ["home"]

    while to_visit:
        async with lock:
            page = to_visit.pop()
            print(f"visiting {page}")
            for link in await links_on(page):
                async with lock:
                    to_visit.append(link)
    print("all pages visited")


asyncio.run(main())
