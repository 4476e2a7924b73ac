use std::future::poll_fn;
use std::hint::black_box;
use std::task::Poll;
use std::time::Duration;

use futures::future::{FutureExt, select_all};
use tokio::task::yield_now;
use tokio::time::timeout;

use crate::harness::{Bench, one_thread, operation};

pub const ASKS: &str = "What does it cost to wait for the first of several things, or no longer than a time?";

const HOUR: Duration = Duration::from_secs(3600);

// No loop here ends a task's turn early: `select!` yields when the budget of 128 operations is spent, but spends none of it.
pub fn measure(bench: &mut Bench) {
    let one = one_thread();
    bench.repeat_task(&one, operation("await", "Await a future that is ready"), ready);

    let two = operation("two", "Wait for the first of two, one of which is ready: `select!`, `FIRST_COMPLETED`");
    bench.repeat_task(&one, two, async || tokio::select! { x = never() => x, x = ready() => x });
    bench.repeat_task(&one, two.by("futures"), async || {
        futures::select! { x = never().fuse() => x, x = ready().fuse() => x }
    });
    let biased = operation("two-biased", "Ask the two in order, the ready one last: `biased;`, `select_biased!`");
    bench.repeat_task(&one, biased, async || tokio::select! { biased; x = never() => x, x = ready() => x });
    bench.repeat_task(&one, biased.by("futures"), async || {
        futures::select_biased! { x = never().fuse() => x, x = ready().fuse() => x }
    });

    let eight = operation("eight", "Wait for the first of eight, one of which is ready");
    bench.repeat_task(&one, eight, async || tokio::select! {
        x = never() => x, x = never() => x, x = never() => x, x = never() => x,
        x = never() => x, x = never() => x, x = never() => x, x = ready() => x,
    });
    let biased = operation("eight-biased", "Ask the eight in order, the ready one last");
    bench.repeat_task(&one, biased, async || tokio::select! {
        biased;
        x = never() => x, x = never() => x, x = never() => x, x = never() => x,
        x = never() => x, x = never() => x, x = never() => x, x = ready() => x,
    });
    let list = operation("list", "Wait for the first of a list of eight, the ready one last: `select_all`");
    bench.repeat_task(&one, list.by("futures"), || select_all((0..8).map(|place| answer(place == 7))));

    let within = operation("timeout", "Await a future that is ready within an hour: `timeout`");
    bench.repeat_task(&one, within, || timeout(HOUR, ready()));
    // Tokio looks for events after each of these turns, since no other task is ready; the question `runtime` measures that.
    bench.repeat_task(&one, operation("yield", "Await `yield_now`, as the only task"), yield_now);
    let waits = operation("timeout-yield", "Await `yield_now` within an hour, which takes a timer");
    bench.repeat_task(&one, waits, || timeout(HOUR, yield_now()));
}

fn ready() -> impl Future<Output = ()> + Unpin {
    answer(true)
}

fn never() -> impl Future<Output = ()> + Unpin {
    answer(false)
}

/// A future that is or is not ready; the compiler cannot know which.
fn answer(is_ready: bool) -> impl Future<Output = ()> + Unpin {
    poll_fn(move |_| if black_box(is_ready) { Poll::Ready(()) } else { Poll::Pending })
}
