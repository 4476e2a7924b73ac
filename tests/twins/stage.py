"""Runs an asyncio program on a virtual clock: `python stage.py PROGRAM.py`.

The program stays as it is. When its event loop has nothing to do but wait, the clock jumps to the next timer. So the same is printed
in every run, and a program that can never go on is found: a report says which task waits on which line, and the exit code is 113.

`time.sleep` holds its thread for virtual time: the loop's own thread, and with it everything, or one of `asyncio.to_thread`, beside
which the loop goes on. Needs Python 3.11 or later, and nothing else.
"""

import asyncio
import os
import runpy
import selectors
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

EXIT_DEADLOCK = 113
# How often, in real seconds, a loop looks again whether the threads that run have begun to sleep or are done.
GLANCE = 0.0005


class Clock:
    """Virtual seconds, and the threads that wait for them."""

    def __init__(self):
        self.now = 0.0
        self.changed = threading.Condition()
        self.threads = 0  # how many run a function of the program
        self.closing = False  # whether another thread waits for all of those, and then calls the loop
        self.sleeping = []  # of these: until when, and in which turn
        self.turn = 0

    def sleep(self, seconds):
        if threading.current_thread() is threading.main_thread():
            self.now += seconds
        else:
            with self.changed:
                self.wait_until(self.now + seconds)

    def wait_until(self, instant):
        """Holds a thread; `changed` is locked."""
        self.turn += 1
        mine = (instant, self.turn)
        self.sleeping.append(mine)
        while mine in self.sleeping:
            self.changed.wait()

    def is_idle(self):
        """Whether nothing goes on by itself: every thread sleeps."""
        with self.changed:
            is_called = self.closing and self.threads == 0
            return len(self.sleeping) == self.threads and not is_called

    def advance(self, seconds):
        """Lets time pass up to so much, or to the instant at which the first of the threads goes on."""
        with self.changed:
            first = min(self.sleeping, default=None)
            if first and (seconds is None or first[0] <= self.now + seconds):
                self.now = max(self.now, first[0])
                self.sleeping.remove(first)
                self.changed.notify_all()
            else:
                self.now += seconds


clock = Clock()


class VirtualSelector(selectors.DefaultSelector):
    """Waits no real time, unless a thread runs."""

    def select(self, timeout=None):
        while True:
            # Asked once, and first: a thread that ends has called the loop before.
            is_idle = clock.is_idle()
            events = super().select(0 if is_idle else GLANCE)
            if events or timeout == 0:
                return events
            if is_idle:
                if timeout is None and clock.threads == 0:
                    report_and_exit()
                clock.advance(timeout)
                if clock.threads == 0:
                    return []
                if timeout is not None:
                    return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on the virtual clock."""

    def __init__(self):
        super().__init__(VirtualSelector())
        # The clock jumps by sums of floats: timers are due a little early rather than once more.
        self._clock_resolution = 1e-6

    def time(self):
        return clock.now

    def run_in_executor(self, executor, func, *args):
        if executor is None:
            executor = self._default_executor = self._default_executor or ThreadPoolExecutor()
        with clock.changed:
            clock.threads += 1

        def on_its_own_thread():
            with clock.changed:
                # As a task does, it begins when the loop has nothing else to do.
                clock.wait_until(clock.now)
            return func(*args)

        running = executor.submit(on_its_own_thread)
        future = asyncio.wrap_future(running, loop=self)
        # Behind the callback of `wrap_future`: the loop has its news before the clock may go on.
        running.add_done_callback(self.thread_is_done)
        return future

    def thread_is_done(self, _):
        with clock.changed:
            clock.threads -= 1

    async def shutdown_default_executor(self, *args):
        clock.closing = self._default_executor is not None
        try:
            await super().shutdown_default_executor(*args)
        finally:
            clock.closing = False


def report_and_exit():
    """Says where each task waits: on the innermost line of the program itself."""
    print(f"deadlock at {clock.now:.1f}s: nothing can ever wake this program")
    waits = []
    for task in asyncio.all_tasks():
        lines = [frame.f_lineno for frame in stack(task) if frame.f_code.co_filename == PROGRAM]
        name = task.get_coro().__name__
        waits.append(f"  {name} waits on line {lines[-1]}" if lines else f"  {name} has not begun")
    print("\n".join(sorted(waits)))
    sys.stdout.flush()
    os._exit(EXIT_DEADLOCK)


def stack(task):
    """The frames of a task's coroutines, outermost first. `Task.get_stack` knows the outermost only."""
    coroutine = task.get_coro()
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "ag_frame", None)
        if frame is not None:
            yield frame
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "ag_await", None)


PROGRAM = os.path.abspath(sys.argv[1])

if __name__ == "__main__":
    asyncio.events.new_event_loop = VirtualLoop
    for name in ["monotonic", "perf_counter", "time"]:
        setattr(time, name, lambda: clock.now)
    time.sleep = clock.sleep
    sys.argv = sys.argv[1:]
    runpy.run_path(PROGRAM, run_name="__main__")
