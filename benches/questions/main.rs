//! All questions about time. A question is a module with `ASKS`, the question in words, and `measure`, whose first operation is the floor.
//! The Python file of the same name measures the same operations in asyncio.

mod harness;

use criterion::Criterion;
use harness::ask;

/// Declares the questions' modules, and a `main` that asks them in this order.
macro_rules! questions {
    ($($question:ident)*) => {
        $(mod $question;)*

        fn main() {
            let mut criterion = Criterion::default().without_plots().configure_from_args();
            $(ask(&mut criterion, stringify!($question), $question::ASKS, $question::measure);)*
            criterion.final_summary();
        }
    };
}

questions! {
    floor
    spawn
    mutex
    rwlock
    semaphore
    oneshot
    mpsc
    broadcast
    sleep
    join
    first
    notify
    barrier
    blocking
    runtime
    fanout
}
