//! The machinery behind *Async Rust Lessons*: what the command `lessons` does, and what `cargo test` proves.
//!
//! The modules are floors: each uses only those above it in this list. ARCHITECTURE.md follows a listing through them.

pub mod problem;

pub mod catalogue;

pub mod run;

pub mod figure;

pub mod checks;

pub mod commands;
