//! The listings of the part `tasks`, on the stage.
//!
//! For them, in whatever module they stand, `std` and `tokio` are the stage's: what is declared here, in the root of the
//! crate, comes before the crates of those names.
#[macro_use]
extern crate stage_std as std;
extern crate stage_tokio as tokio;

include!(concat!(env!("OUT_DIR"), "/tasks.rs"));
