//! The `main` of a part's program: run one listing, on the clock that was asked for.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::{ExitCode, Termination};
use std::sync::OnceLock;
use std::{env, fs};

use crate::clock::{self, Clock};
use crate::{TRACE, VIRTUAL, registry, trace};

/// Where the events are to be written.
static EVENTS: OnceLock<PathBuf> = OnceLock::new();

/// A listing, compiled into its part's program.
pub struct Program {
    /// `chapter/listing`, as in the catalogue.
    pub name: &'static str,
    /// The end of the source's path, by which its lines are known in a stack: `tasks/join/three-fetches.rs`.
    pub path: &'static str,
    /// The listing's `main`, its result reported as the standard library would.
    pub run: fn() -> ExitCode,
}

/// Runs the listing that the first argument names, on the real clock or, with `--virtual`, on the virtual one.
///
/// Exit code: the listing's own, [`EXIT_DEADLOCK`](crate::EXIT_DEADLOCK), or 2 when the arguments name no listing.
pub fn main(programs: &[Program]) -> ExitCode {
    let mut arguments = env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let Some(program) = programs.iter().find(|program| program.name == name) else {
        eprintln!("this program runs the listings of one part of the book; `cargo run {name}` runs one of any part");
        return ExitCode::from(2);
    };
    let mut clock = Clock::Real;
    while let Some(argument) = arguments.next() {
        if argument == VIRTUAL {
            clock = Clock::Virtual;
        } else if argument == TRACE
            && let Some(file) = arguments.next()
        {
            registry::record();
            EVENTS.set(file.into()).expect("one file is named");
        }
    }
    trace::set_source(program.path);
    clock::set(clock);
    let result = panic::catch_unwind(AssertUnwindSafe(program.run));
    write_events();
    result.unwrap_or_else(|payload| panic::resume_unwind(payload))
}

/// Writes what was recorded, if it was asked for. A file that cannot be written is missed by whoever asked.
pub(crate) fn write_events() {
    if let (Some(file), Some(events)) = (EVENTS.get(), registry::take_events()) {
        let text = serde_json::to_vec(&events).expect("events are plain data");
        let _ = fs::write(file, text);
    }
}

/// Calls a listing's `main`, whatever it returns, and turns that into an exit code as the standard library would.
pub fn report<T: Termination>(main: impl FnOnce() -> T) -> ExitCode {
    main().report()
}
