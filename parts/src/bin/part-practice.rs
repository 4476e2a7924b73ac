//! The listings of the part `practice`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "practice"
    costs_tasks_against_threads "costs/tasks-against-threads" ".real.rs"
    costs_kept_across_an_await "costs/kept-across-an-await" ".rs"
}
