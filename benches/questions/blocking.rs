use tokio::task::{block_in_place, spawn_blocking, yield_now};

use crate::harness::{Bench, one_thread, operation, two_workers};

pub const ASKS: &str = "What does it cost to have something done where it may block?";

const HUNDRED: u64 = 100;

pub fn measure(bench: &mut Bench) {
    bench.thread();
    bench.hand_off();

    let (one, two) = (one_thread(), two_workers());
    let alone = "Call an empty function on a thread that may block, and await it: `spawn_blocking`, `to_thread`";
    let alone = operation("alone", alone);
    bench.in_task(&one, alone, || spawn_blocking(|| ()));
    let alone = operation("alone-workers", "Do the same on a runtime with two worker threads");
    bench.in_task(&two, alone, || spawn_blocking(|| ()));
    let hundred = operation("hundred", "Start 100 such calls, and await them then; for each call, on one thread");
    bench.in_task(&one, hundred.per_round(HUNDRED), async || {
        let calls: Vec<_> = (0..HUNDRED).map(|_| spawn_blocking(|| ())).collect();
        for call in calls {
            call.await.expect("it does not panic");
        }
    });

    // Once another thread has become the worker, more calls in the same turn have nothing to hand over: hence `yield_now` each time.
    let yields = operation("yield", "Let other tasks have a turn, `yield_now`; two worker threads");
    bench.in_task(&two, yields, yield_now);
    let in_place = operation("in-place", "Call an empty function with `block_in_place`, and do the same then");
    bench.in_task(&two, in_place, || {
        async {
            block_in_place(|| ());
            yield_now().await;
        }
    });
}
