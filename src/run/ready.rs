//! Answers to chapters' commands, prepared before mdbook-cmdrun runs the commands.
//!
//! mdBook's preprocessor answers the commands of all chapters in one process, in parallel, and stores the answers. mdbook-cmdrun
//! then starts a process for each command, which finds its answer here.

use std::env;

use super::store::Store;
use crate::catalogue::root;

/// The environment variable that names the store of prepared answers.
pub const READY: &str = "LESSONS_READY";

/// The store that [`READY`] names, if it is set.
pub fn store() -> Option<Store> {
    let name = env::var(READY).ok()?;
    Some(Store::open(&root(), &name, ()))
}

/// The prepared answer to a command. `words` are the command's words without the program's name.
pub fn find(words: &[String]) -> Option<String> {
    store()?.get(words)
}
