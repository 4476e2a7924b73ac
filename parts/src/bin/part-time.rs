//! The listings of the part `time`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "time"
    clock_every_second "clock/every-second" ".rs"
    clock_drift "clock/drift" ".rs"
    clock_own_deadlines "clock/own-deadlines" ".rs"
    clock_missed_ticks "clock/missed-ticks" ".rs"
    clock_session_expires "clock/session-expires" ".rs"
    clock_granularity "clock/granularity" ".rs"
    clock_session_never_expires "clock/session-never-expires" ".rs"
    clock_first_tick "clock/first-tick" ".rs"
    clock_zero_period "clock/zero-period" ".panic.rs"
    clock_no_runtime "clock/no-runtime" ".panic.rs"
    clock_heartbeat "clock/heartbeat" ".rs"
    clock_heartbeat_solved "clock/heartbeat-solved" ".rs"
    timeout_at_most_one_second "timeout/at-most-one-second" ".rs"
    timeout_ready_beats_late "timeout/ready-beats-late" ".rs"
    timeout_nobody_waits "timeout/nobody-waits" ".rs"
    timeout_whole_group "timeout/whole-group" ".rs"
    timeout_shared_deadline "timeout/shared-deadline" ".rs"
    timeout_cannot_interrupt "timeout/cannot-interrupt" ".rs"
    timeout_only_the_handle "timeout/only-the-handle" ".rs"
    timeout_stops_the_task "timeout/stops-the-task" ".rs"
    timeout_blocking_goes_on "timeout/blocking-goes-on" ".rs"
    timeout_blocking_asks "timeout/blocking-asks" ".rs"
    timeout_three_mirrors "timeout/three-mirrors" ".rs"
    retry_doubling_waits "retry/doubling-waits" ".rs"
    retry_worth_a_retry "retry/worth-a-retry" ".rs"
    retry_within_a_deadline "retry/within-a-deadline" ".rs"
    retry_hedged "retry/hedged" ".rs"
    retry_storm "retry/storm" ".rs"
    retry_jitter "retry/jitter" ".rs"
    retry_paid_twice "retry/paid-twice" ".rs"
    retry_paid_once "retry/paid-once" ".rs"
    retry_staggered "retry/staggered" ".rs"
}
