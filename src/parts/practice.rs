//! The listings of the part `practice`, on the stage.
//!
//! For them, in whatever module they stand, `futures`, `std`, `tokio` and `tokio_util` are the stage's: what is declared here, in the root of the
//! crate, comes before the crates of those names.
extern crate stage_futures as futures;
#[macro_use]
extern crate stage_std as std;
extern crate stage_tokio as tokio;
extern crate stage_tokio_util as tokio_util;

include!(concat!(env!("OUT_DIR"), "/practice.rs"));
