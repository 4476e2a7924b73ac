import asyncio
import time


async def drive(name, arrives, crosses, passable):
    start = time.perf_counter()
    await asyncio.sleep(arrives)
    await passable.wait()
    await asyncio.sleep(crosses)
    print(f"{time.perf_counter() - start:.1f}s the {name} is over")


async def let_ships_through(passable):
    await asyncio.sleep(0.5)
    print("the bridge goes up")
    passable.clear()
    await asyncio.sleep(1.0)
    print("the bridge comes down")
    passable.set()


async def main():
    passable = asyncio.Event()
    passable.set()
    await asyncio.gather(
        let_ships_through(passable),
        drive("bus", 0.2, 0.2, passable),
        drive("van", 0.7, 0.4, passable),
        drive("taxi", 1.0, 0.2, passable),
        drive("truck", 1.8, 0.3, passable),
    )


asyncio.run(main())
