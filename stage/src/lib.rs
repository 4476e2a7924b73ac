//! The stage: where a listing runs, unchanged.
//!
//! A listing is a complete program on plain Tokio. Each part of the book is compiled into one program in which the crate names
//! `futures`, `std`, `tokio`, `tokio_stream` and `tokio_util` mean `stage-futures`, `stage-std` and so on. Those crates
//! re-export the originals and replace what has to know about the clock and about tasks. What they replace it with is here.
//!
//! The stage changes *when* a listing runs, never *what* it does: with [`Clock::Real`] everything passes straight through.

// Without this flag, Tokio has no seed for its random choices in `select!` and `watch`, and no two runs would be equal.
#[cfg(not(tokio_unstable))]
compile_error!(
    "the flag `--cfg tokio_unstable` is missing. .cargo/config.toml sets it, but the environment variable RUSTFLAGS or \
     CARGO_ENCODED_RUSTFLAGS replaces the flags of that file: unset the variable, or add `--cfg tokio_unstable` to it"
);

// The floors, from the ground up: a module uses only modules of the paragraphs above its own, as `tests::no_module_looks_up` checks.

mod asleep;
pub mod event;
mod facade;
mod outside;
pub mod setup;
mod sources;

pub mod cut;
mod mode;
pub mod orders;

mod backtrace;
mod current;

mod registry;

mod hold;
mod instant;
mod print;
mod time;
mod waker;

mod blocking;

mod lane;

mod deadlock;

mod drive;

mod program;

pub use blocking::{
    BlockingLane, Owner, after_park, before_park, before_sleep, block_beside, finish, has_closures, in_place, in_turns,
    is_closure, is_driving, pool, remove_pool, set_pool, wait_for_thread,
};
pub use deadlock::EXIT_DEADLOCK;
pub use drive::{block_thread, run_beside, run_main};
pub use event::Share;
pub use hold::{HoldGuard, TrackedResource, wait_for_lock};
pub use instant::{now, pause, resume};
pub use lane::{Branch, HasLane, Lane, LaneFuture, LocalLane, MainLane, TaskLane, detached, here, spawn};
pub use mode::{Clock, blocks_in_place, clock};
pub use print::{print, print_line};
pub use program::{Program, TRACE, VIRTUAL, exit, main, report};
pub use registry::EXIT_CUT;
pub use sources::{Source, listen_for_signals};
pub use time::now as virtual_now;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fs;
    use std::path::Path;

    /// The source text of a module and of its inner modules.
    fn source(module: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module);
        let inner = fs::read_dir(&folder).into_iter().flatten();
        inner
            .map(|file| file.expect("a file").path())
            .chain([folder.with_extension("rs")])
            .map(|file| fs::read_to_string(file).expect("a source file"))
            .collect()
    }

    #[test]
    fn no_module_looks_up() {
        let name = |text: &str| text.split([':', ';']).next().unwrap_or_default().to_owned();
        let (floors, _) = include_str!("lib.rs").split_once("\npub use").expect("exports");
        let mut below = HashSet::new();
        for floor in floors.split("\n\n") {
            let modules = floor.lines().filter_map(|line| line.split_once("mod "));
            let modules: Vec<String> = modules.map(|(_, module)| name(module)).collect();
            for module in &modules {
                for used in source(module).split("crate::").skip(1).map(name) {
                    assert!(below.contains(&used), "{module} uses crate::{used}");
                }
            }
            below.extend(modules);
        }
        assert!(below.contains("program"), "{below:?}");
    }
}
