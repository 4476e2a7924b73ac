//! The machinery behind *Async Rust Lessons*: what the command `lessons` does, and what `cargo test` proves.
//!
//! The modules stand in the order in which a listing travels: from the [`catalogue`] it is [`run`] on the stage, or
//! [`diagnose`]d by rustc where it must not compile; what comes out is an [`observe`]d ending, held against what was accepted
//! before, and set into a [`page`]. Its asyncio [`twin`] goes the same way. The [`checks`] hold book and listings together.

pub mod catalogue;
pub mod chapter;
pub mod checks;
pub mod costs;
pub mod diagnose;
pub mod observe;
pub mod page;
pub mod plain;
pub mod playground;
pub mod record;
pub mod redact;
pub mod run;
mod store;
pub mod tables;
pub mod twin;

pub use timeline::html;
