import os
import queue
import threading
import time

from harness import bench, main, thread


def nothing():
    pass


def call(rounds):
    for _ in range(rounds):
        nothing()


def now(rounds):
    for _ in range(rounds):
        time.perf_counter()


def syscall(rounds):
    for _ in range(rounds):
        os.getppid()


def hand_off(rounds):
    asks, answers = queue.SimpleQueue(), queue.SimpleQueue()

    def answer():
        while (n := asks.get()) is not None:
            answers.put(n)

    other = threading.Thread(target=answer)
    other.start()
    for n in range(rounds):
        asks.put(n)
        answers.get()
    asks.put(None)
    other.join()


@main
def measure():
    bench("call", call)
    bench("now", now)
    bench("syscall", syscall)
    thread()
    bench("hand-off", hand_off)
