//! The listings of the part `tasks`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "tasks"
    async_await_lazy "async-await/lazy" ".rs"
    async_await_no_head_start "async-await/no-head-start" ".rs"
    async_await_runs_at_the_call "async-await/runs-at-the-call" ".rs"
    async_await_sleep_is_a_deadline "async-await/sleep-is-a-deadline" ".rs"
    async_await_main_by_hand "async-await/main-by-hand" ".rs"
    async_await_sleep_outside "async-await/sleep-outside" ".panic.rs"
    async_await_wrong_order "async-await/wrong-order" ".rs"
    async_await_wrong_order_solved "async-await/wrong-order-solved" ".rs"
    join_three_fetches "join/three-fetches" ".rs"
    join_one_after_another "join/one-after-another" ".rs"
    join_different_types "join/different-types" ".rs"
    join_join_all "join/join-all" ".rs"
    join_borrowed "join/borrowed" ".rs"
    join_early_error "join/early-error" ".rs"
    join_polled_in_turn "join/polled-in-turn" ".rs"
    join_blocking_branch "join/blocking-branch" ".rs"
    join_mixed "join/mixed" ".rs"
    future_poll_by_hand "future/poll-by-hand" ".rs"
    future_state_machine "future/state-machine" ".rs"
    future_tiny_delay "future/tiny-delay" ".real.rs"
    future_tiny_executor "future/tiny-executor" ".real.rs"
    future_count_polls "future/count-polls" ".rs"
    future_forgotten_wake "future/forgotten-wake" ".hang.rs"
    future_polled_after_completion "future/polled-after-completion" ".panic.rs"
    future_never_gives_way "future/never-gives-way" ".rs"
    future_yield_once "future/yield-once" ".rs"
}
