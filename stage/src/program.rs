//! The `main` of a part's program: runs one listing, on the chosen clock.

use std::env;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::{self, ExitCode, Termination};

use crate::backtrace;
use crate::deadlock::EXPLAINED;
use crate::mode::{self, Clock};
use crate::outside::reaches_outside;
use crate::registry;

/// The option that makes a part's program write events into the file that follows. Virtual clock only.
pub const TRACE: &str = "--trace";

/// The option that makes a part's program run its listing on the virtual clock.
pub const VIRTUAL: &str = "--virtual";

/// A listing, compiled into its part's program.
pub struct Program {
    /// `chapter/listing`, as in the catalogue.
    pub name: &'static str,
    /// The end of the source's path, by which its lines are recognized in a stack: `tasks/join/three-fetches.rs`.
    pub path: &'static str,
    /// The source itself: it tells whether the listing may be run again for the report of a deadlock.
    pub source: &'static str,
    /// The listing's `main`, its result reported as the standard library would.
    pub run: fn() -> ExitCode,
}

/// Runs the listing that the first argument names, on the real clock or, with `--virtual`, on the virtual one.
///
/// Exit code: the listing's own, `EXIT_DEADLOCK`, or 2 if the first argument names no listing.
pub fn main(programs: &[Program]) -> ExitCode {
    let mut arguments = env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let Some(program) = programs.iter().find(|program| program.name == name) else {
        eprintln!("this program runs the listings of one part of the book; `cargo run {name}` runs one of any part");
        return ExitCode::from(2);
    };
    let mut clock = Clock::Real;
    // A listing that hangs on purpose would only be run twice.
    let mut is_recorded = program.path.ends_with(".hang.rs") || reaches_outside(program.source);
    while let Some(argument) = arguments.next() {
        if argument == VIRTUAL {
            clock = Clock::Virtual;
        } else if argument == TRACE
            && let Some(file) = arguments.next()
        {
            registry::record(file.into());
            is_recorded = true;
        } else if argument == EXPLAINED {
            is_recorded = true;
        }
    }
    backtrace::set_source(program.path);
    mode::choose(clock, is_recorded, program.source.contains("block_in_place"));
    let result = panic::catch_unwind(AssertUnwindSafe(program.run));
    registry::write_events();
    result.unwrap_or_else(|payload| panic::resume_unwind(payload))
}

/// As [`std::process::exit`]; writes first what was recorded.
pub fn exit(code: i32) -> ! {
    if mode::clock() == Clock::Virtual {
        let _ = io::stdout().flush();
        registry::write_cut(&format!("process::exit({code})"));
    }
    process::exit(code)
}

/// Calls a listing's `main` and turns its result into an exit code, as the standard library would.
pub fn report<T: Termination>(main: impl FnOnce() -> T) -> ExitCode {
    main().report()
}
