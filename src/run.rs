//! Runs listings and twins: on the stage, on plain Tokio, in Python, or through rustc.

// The floors, from the ground up: a module uses only modules above its own line, as `tests::no_module_looks_up` in lib.rs checks.
mod group;
pub mod redact;
pub mod store;

mod process;
mod programs;
pub mod ready;

pub mod attempt;

pub mod late;

pub mod diagnose;
pub mod record;
pub mod twin;

pub mod cuts;

pub mod orders;
pub mod output;

pub mod plain;

pub use group::{INTERRUPTED, is_interrupted, pass_on_interrupt, when_interrupted};
pub use process::{Ending, Finished, OUTPUT_LIMIT, attend, capture, replace_by};
pub use programs::{
    PROGRAMS, WITH_LISTINGS, build, build_all, build_now, built, cargo, executables, handed_over, is_current, on_stage,
};
