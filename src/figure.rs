//! What pages show: figures of listings, tables and charts, and numbers in sentences.
//!
//! [`parse`] reads a chapter's command into a [`Request`], and [`Request::answer`] answers it.

// The floors, from the ground up: a module uses only modules above its own line, as `tests::no_module_looks_up` in lib.rs checks.
mod changes;
pub mod costs;
mod highlight;
mod line;
mod playground;

pub mod listing;

pub mod cuts;

pub mod attempt;

pub mod tables;

pub mod reading;

mod legend;
mod needs;
mod parts;

mod request;

pub use request::{Request, all_requests, parse, requests};
