//! How much of a program is run, if it does not end.

use std::io::{self, Write};
use std::process;
use std::time::Duration;

use super::output;
use super::state::registry;
use crate::setup::{Limits, setup};

/// The exit code of a program that the stage cut off: at one of its limits, when it was interrupted, or because a lane could not be cut.
pub const EXIT_CUT: u8 = 114;

/// The limits of this process; `None` for the programs of the parts.
pub fn limits() -> Option<Limits> {
    setup().map(|setup| setup.limits)
}

/// Ends the process if one of the limits is reached, except that of real time.
pub fn check_limits() {
    let Some(limits) = limits() else { return };
    let reached = {
        let registry = registry();
        let seconds = Duration::from_micros(registry.last).as_secs();
        if registry.events >= limits.events {
            Some(format!("{} events", registry.events))
        } else if seconds >= limits.virtual_seconds {
            Some(format!("{seconds} virtual seconds"))
        } else {
            None
        }
    };
    if let Some(reached) = reached {
        cut_off(&format!("it has reached its limit, {reached}"));
    }
}

/// Writes what was recorded so far, marked as cut off, and ends the process.
pub fn cut_off(why: &str) -> ! {
    let at = Duration::from_micros(registry().last).as_secs_f64();
    let _ = io::stdout().flush();
    // If standard error is closed, the exit code still says it.
    let _ = writeln!(io::stderr(), "cut off at {at:.1}s: {why}");
    output::write_cut(why);
    process::exit(i32::from(EXIT_CUT))
}
