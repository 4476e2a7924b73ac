//! Every question about time: a module asks it, and the file of the same name that ends in `.py` asks asyncio.

mod harness;

use criterion::Criterion;
use harness::ask;

/// Declares the questions' modules, and asks one after the other.
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
