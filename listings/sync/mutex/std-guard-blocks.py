import asyncio
import threading


async def measure(lock, log, degrees):
    print(f"{degrees} waits for the lock")
    with lock:
        print(f"{degrees} has the lock")
        await asyncio.sleep(0.1)
        log.append(degrees)


async def station(done):
    lock = threading.Lock()
    log = []
    await asyncio.gather(
        measure(lock, log, 21.5), measure(lock, log, 18.5)
    )
    done.set()


def main():
    done = threading.Event()
    threading.Thread(
        target=asyncio.run, args=[station(done)], daemon=True
    ).start()
    if done.wait(timeout=1):
        print("both have measured")
    else:
        print("no news for 1 s")


main()
