use futures::future::join_all;
use futures::stream::{FuturesUnordered, StreamExt};
use tokio::task::{JoinSet, yield_now};

use crate::harness::{Bench, one_thread, operation, together};

pub const ASKS: &str = "What does it cost to wait for several things at once?";

const MEMBERS: u64 = 8;

pub fn measure(bench: &mut Bench) {
    // Only one task calls `yield_now` here, so Tokio looks for events after each of its turns, with a system call, as asyncio always does;
    // the question `runtime` measures that. Members awaited one after the other cause eight such calls, members awaited at once only one.
    let one = one_thread();
    let in_turn = "Await eight futures one after the other, each of which calls `yield_now` once; for each of them";
    bench.repeat_task(&one, operation("in-turn", in_turn), member);

    let join = operation("join", "Await the eight at once, as one future: `join!`").per_round(MEMBERS);
    bench.repeat_task(&one, join, async || {
        tokio::join!(member(), member(), member(), member(), member(), member(), member(), member())
    });
    bench.repeat_task(&one, join.by("futures"), async || {
        futures::join!(member(), member(), member(), member(), member(), member(), member(), member())
    });
    let list = operation("join-all", "Await a list of the eight at once: `join_all`, `gather`").per_round(MEMBERS);
    bench.repeat_task(&one, list.by("futures"), || join_all((0..MEMBERS).map(|_| member())));
    let unordered = "Await the eight at once, and take each when it ends: `FuturesUnordered`";
    let unordered = operation("unordered", unordered).per_round(MEMBERS);
    bench.repeat_task(&one, unordered.by("futures"), async || {
        let mut members: FuturesUnordered<_> = (0..MEMBERS).map(|_| member()).collect();
        while members.next().await.is_some() {}
    });

    let tasks = operation("tasks", "Spawn eight tasks that do the same, and await them").per_round(MEMBERS);
    bench.repeat_task(&one, tasks, || together(MEMBERS, member));
    let set = "Spawn the eight into a set, and await all of it: `JoinSet`, `TaskGroup`";
    bench.repeat_task(&one, operation("set", set).per_round(MEMBERS), || {
        let set: JoinSet<_> = (0..MEMBERS).map(|_| member()).collect();
        set.join_all()
    });
}

async fn member() {
    yield_now().await;
}
