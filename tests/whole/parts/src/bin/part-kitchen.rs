//! The listings of the part `kitchen`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "kitchen"
    boil_egg "boil/egg" ".rs"
    boil_pasta "boil/pasta" ".rs"
    fry_pan "fry/pan" ".rs"
}
