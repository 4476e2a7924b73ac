//! Answers that are ready before mdbook-cmdrun asks for them.
//!
//! Whoever expands chapters answers all their commands in one process first, many at a time. The commands that mdbook-cmdrun then
//! runs, a process each, find their answers here.

use std::env;

use super::store::Store;
use crate::catalogue::root;

/// Names the store of answers in the environment of the commands.
pub const READY: &str = "LESSONS_READY";

/// The store that the environment names.
pub fn store() -> Option<Store> {
    let name = env::var(READY).ok()?;
    Some(Store::open(&root(), &name, ()))
}

/// The answer to a command, given by its words without the program's name.
pub fn find(words: &[String]) -> Option<String> {
    store()?.get(words)
}
