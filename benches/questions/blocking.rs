use tokio::task::{block_in_place, spawn_blocking, yield_now};

use crate::harness::{Bench, await_all, one_thread, operation, two_workers};

pub const ASKS: &str = "What does it cost to have something done where it may block?";

const HUNDRED: u64 = 100;

pub fn measure(bench: &mut Bench) {
    bench.thread();
    bench.hand_off();

    let (one, two) = (one_thread(), two_workers());
    let alone = "Call an empty function on a thread that may block, and await it: `spawn_blocking`, `to_thread`";
    let alone = operation("alone", alone);
    bench.repeat_task(&one, alone, || spawn_blocking(|| ()));
    let alone = operation("alone-workers", "Do the same on a runtime with two worker threads");
    bench.repeat_task(&two, alone, || spawn_blocking(|| ()));
    let hundred = operation("hundred", "Start 100 such calls, and await them then; for each call, on one thread");
    bench.repeat_task(&one, hundred.per_round(HUNDRED), async || {
        await_all((0..HUNDRED).map(|_| spawn_blocking(|| ())).collect()).await;
    });

    // `block_in_place` hands this worker's tasks to another thread. A second call in the same turn would have nothing left to hand over:
    // hence `yield_now` each time.
    let yields = operation("yield", "Let other tasks have a turn, `yield_now`; two worker threads");
    bench.repeat_task(&two, yields, yield_now);
    let in_place = operation("in-place", "Call an empty function with `block_in_place`, and do the same then");
    bench.repeat_task(&two, in_place, || {
        async {
            block_in_place(|| ());
            yield_now().await;
        }
    });
}
