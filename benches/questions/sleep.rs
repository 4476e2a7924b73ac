use std::pin::{Pin, pin};
use std::thread;
use std::time::Duration;

use futures::poll;
use tokio::runtime::Runtime;
use tokio::time::{Sleep, sleep};

use crate::harness::{Bench, as_task, await_all, one_thread, operation, two_workers};

pub const ASKS: &str = "What does a timer cost, alone and among many?";

const HOUR: Duration = Duration::from_secs(3600);
const MILLISECOND: Duration = Duration::from_millis(1);

pub fn measure(bench: &mut Bench) {
    bench.now("Look at the clock: `Instant::now`");

    let one = one_thread();
    // A timer that is due before all others makes the runtime wake the thread that waits for events, with a system call. It does so even
    // here, where no thread waits.
    let first = operation("first", "Start to wait for an hour, and give up; no other timer is due before");
    bench.repeat_task(&one, first, give_up);
    let later = operation("later", "Do the same when one other timer is due before");
    let other = pending(&one, 1);
    bench.repeat_task(&one, later, give_up);
    drop(other);
    let among = operation("among", "Do the same when 10,000 others are due before");
    let others = pending(&one, 10_000);
    bench.repeat_task(&one, among, give_up);
    drop(others);

    let millisecond = operation("millisecond", "Wait for a millisecond");
    bench.repeat(millisecond.by("std"), || thread::sleep(MILLISECOND));
    bench.repeat_task(&one, millisecond, || sleep(MILLISECOND));

    let many = "Spawn 10,000 tasks that wait for 10 to 20 ms, and await them; for each, on one thread";
    let many = operation("many", many).per_round(10_000).cpu().slow();
    bench.repeat_task(&one, many, || all_end(10_000));
    let two = two_workers();
    let workers = operation("many-workers", "Do the same on two worker threads").per_round(10_000);
    bench.repeat_task(&two, workers.cpu().slow(), || all_end(10_000));
    let more = operation("more", "Spawn 100,000 such tasks, and await them; for each, on one thread");
    bench.repeat_task(&one, more.per_round(100_000).cpu().slow(), || all_end(100_000));
}

/// Starts to wait for an hour, and gives up.
async fn give_up() {
    let mut sleep = pin!(sleep(HOUR));
    assert!(poll!(&mut sleep).is_pending());
}

/// Timers that stay registered until they are dropped, each due at its own instant within the next half hour.
fn pending(runtime: &Runtime, timers: u32) -> Vec<Pin<Box<Sleep>>> {
    as_task(runtime, async move {
        let mut sleeps = Vec::new();
        for timer in 0..timers {
            let mut sleep = Box::pin(sleep(HOUR / 4 + HOUR / 4 * timer / timers));
            assert!(poll!(&mut sleep).is_pending());
            sleeps.push(sleep);
        }
        // The runtime finds out which timer is due next when it has nothing else to do.
        sleep(2 * MILLISECOND).await;
        tokio::task::yield_now().await;
        sleeps
    })
}

/// Spawns tasks that wait for 10 to 20 ms, and awaits them.
async fn all_end(tasks: u32) {
    let wait = |task| sleep(10 * MILLISECOND + 10 * MILLISECOND * task / tasks);
    await_all((0..tasks).map(|task| tokio::spawn(wait(task))).collect()).await;
}
