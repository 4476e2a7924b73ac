//! The listings of the part `cancellation`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "cancellation"
    select_race_two "select/race-two" ".rs"
}
