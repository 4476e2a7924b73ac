//! A runtime's thread that can do nothing else gives turns to closures.

use std::sync::MutexGuard;
use std::time::Duration;

use tokio::time::Instant;

use super::turns::{self, Turns, turns, wait_for_change};
use crate::time::advance;

/// Whether any closure is not done.
pub fn has_closures() -> bool {
    // The thread of a closure that was just spawned may not have got this far.
    let turns = wait_until_all_are_here(turns());
    !turns.waiting.is_empty() || !turns.running.is_empty() || turns.idle > 0
}

/// Waits until no thread is on its way to a turn, or back to Tokio, but not for ever.
pub(super) fn wait_until_all_are_here(mut turns: MutexGuard<'static, Turns>) -> MutexGuard<'static, Turns> {
    const LIMIT: Duration = Duration::from_millis(100);
    let begin = std::time::Instant::now();
    while !turns.are_all_here() && begin.elapsed() < LIMIT {
        drop(turns);
        std::thread::yield_now();
        turns = turns::turns();
    }
    turns
}

/// Lets all closures run to completion, as dropping a runtime does, or those that go on no later than `limit`.
///
/// Call it in the context of the runtime, whose tasks are gone.
pub fn finish(limit: Option<Instant>) {
    let mut turns = turns();
    turns.is_finishing = true;
    give_turns(
        turns,
        |turns| turns.waiting.is_empty() && !turns.is_any_at_work(),
        limit,
    );
    turns::turns().is_finishing = false;
}

/// Gives turns to closures, and moves the clock to them, until this is so, or until the next one is later than `limit`.
///
/// The thread is a runtime's, which can do nothing else meanwhile.
pub(super) fn give_turns(
    mut turns: MutexGuard<'static, Turns>,
    is_enough: impl Fn(&Turns) -> bool,
    limit: Option<Instant>,
) {
    const LOOK: Duration = Duration::from_millis(1);
    while !is_enough(&turns) {
        if turns.is_any_at_work() {
            turns = wait_for_change(turns, LOOK);
            turns.find_stuck();
            continue;
        }
        if !turns.are_all_here() {
            // The clock must not jump over one that has only now been started.
            turns = wait_until_all_are_here(turns);
            if turns.is_any_at_work() {
                continue;
            }
        }
        match turns.first() {
            Some((until, _)) if limit.is_some_and(|limit| until > limit) => return,
            Some((until, turn)) => {
                advance(until.saturating_duration_since(Instant::now()));
                turns.admit(turn);
            }
            None => turns = wait_for_change(turns, LOOK),
        }
    }
}
