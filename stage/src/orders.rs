//! Other orders, each made from a seed: a task that is ready may be polled after others that became ready later.
//!
//! Tokio promises no order among tasks that are ready. So a poll that is due may be put off: the task goes to the end of the queue, in the
//! same instant. What is not explored: a task is never stopped within a poll, all tasks run on one thread, the branches of one task
//! are polled in the order that their macro or set chooses, and closures on threads of their own run in one order.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::event::LaneId;
use crate::setup::setup;

/// The option of a part's program that names the seed, a number, of the order. Virtual clock only.
pub const SEED: &str = "--seed";

static CHOSEN: OnceLock<Option<u64>> = OnceLock::new();

/// Chooses the seed of this process, once.
pub(crate) fn choose(seed: u64) {
    CHOSEN.set(Some(seed)).expect("a process runs one listing");
}

fn chosen() -> Option<u64> {
    *CHOSEN.get_or_init(|| setup()?.seed)
}

/// The seed of Tokio's own random choices, as in `select!` and `watch`.
pub fn seed_of_choices() -> String {
    let seed = chosen().map_or(String::new(), |seed| format!(" {seed}"));
    format!("async rust lessons{seed}")
}

/// After how many polls of tasks the runtime looks whether it must poll the main future, in the order of a seed: after each one in every
/// other order, so that the main future can overtake tasks.
pub fn event_interval() -> Option<u32> {
    chosen().filter(|seed| mixed(*seed).is_multiple_of(2)).map(|_| 1)
}

/// How often in sequence a poll may be put off: enough for the others to do several steps.
const MOST: u32 = 16;

/// Whether a poll of this lane that is due is put off. `before` is how often in sequence it was.
pub(crate) fn puts_off(lane: LaneId, before: u32) -> bool {
    static STATE: AtomicU64 = AtomicU64::new(0);
    let Some(seed) = chosen().filter(|_| before < MOST) else {
        return false;
    };
    // In one order a lane is prompt, late every other time, or so late that others do several steps meanwhile.
    let eighths = [0, 4, 7][(mixed(seed ^ mixed(u64::from(lane.0))) % 3) as usize];
    let step = STATE.fetch_add(1, Ordering::Relaxed);
    mixed(mixed(seed).wrapping_add(step)) % 8 < eighths
}

/// SplitMix64's next number after the state `number`.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
