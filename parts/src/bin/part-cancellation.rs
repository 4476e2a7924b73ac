//! The listings of the part `cancellation`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "cancellation"
    select_race_two "select/race-two" ".rs"
    cancel_safety_lost_message "cancel-safety/lost-message" ".rs"
    cancel_safety_only_recv "cancel-safety/only-recv" ".rs"
    cancel_safety_kept_message "cancel-safety/kept-message" ".rs"
    cancel_safety_half_a_record "cancel-safety/half-a-record" ".rs"
    cancel_safety_whole_record "cancel-safety/whole-record" ".rs"
    cancel_safety_queue_place "cancel-safety/queue-place" ".rs"
    cancel_safety_kept_place "cancel-safety/kept-place" ".rs"
    cancel_safety_own_function "cancel-safety/own-function" ".rs"
    cancel_safety_cut_by_hand "cancel-safety/cut-by-hand" ".rs"
    cancel_safety_put_back "cancel-safety/put-back" ".rs"
    cancel_safety_torn_lines "cancel-safety/torn-lines" ".rs"
    cancel_safety_whole_lines "cancel-safety/whole-lines" ".rs"
    token_token_select "token/token-select" ".rs"
    token_until_cancelled "token/until-cancelled" ".rs"
    token_child_tokens "token/child-tokens" ".rs"
    token_cloned "token/cloned" ".rs"
    token_child_for_each "token/child-for-each" ".rs"
    token_dropped_token "token/dropped-token" ".rs"
    token_drop_guard "token/drop-guard" ".rs"
    token_async_cleanup "token/async-cleanup" ".rs"
    token_shield "token/shield" ".rs"
    token_two_albums "token/two-albums" ".rs"
    shutdown_tracker_and_token "shutdown/tracker-and-token" ".rs"
    shutdown_grace_period "shutdown/grace-period" ".rs"
    shutdown_lost_records "shutdown/lost-records" ".rs"
    shutdown_drain_channel "shutdown/drain-channel" ".rs"
    shutdown_signal_or_error "shutdown/signal-or-error" ".real.rs"
    shutdown_not_closed "shutdown/not-closed" ".hang.rs"
    shutdown_main_has_returned "shutdown/main-has-returned" ".real.rs"
    shutdown_own_thread "shutdown/own-thread" ".real.rs"
    shutdown_runtime_shutdown "shutdown/runtime-shutdown" ".real.rs"
    shutdown_two_tokens "shutdown/two-tokens" ".rs"
}
