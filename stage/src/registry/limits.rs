//! How much of a program is run, if it does not end.

use std::io::{self, Write};
use std::process;
use std::sync::OnceLock;
use std::time::Duration;

use super::output;
use super::state::registry;

/// The exit code of a program that was cut off at one of its limits.
pub const EXIT_CUT: u8 = 114;

/// How much of a program is run. What is not set has no limit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// How many events may be recorded.
    pub events: Option<u64>,
    /// How many virtual seconds may pass.
    pub virtual_seconds: Option<u64>,
    /// How many real seconds may pass.
    pub real_seconds: Option<u64>,
    /// How many bytes may be printed.
    pub output: Option<u64>,
}

static LIMITS: OnceLock<Limits> = OnceLock::new();

impl Limits {
    /// Reads `events=1000000,virtual=3600,real=60,output=1000000`, of which any part may be missing; `None` if it is something else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut limits = Self::default();
        for part in text.split(',').filter(|part| !part.is_empty()) {
            let (name, number) = part.split_once('=')?;
            let number = Some(number.parse().ok()?);
            match name {
                "events" => limits.events = number,
                "virtual" => limits.virtual_seconds = number,
                "real" => limits.real_seconds = number,
                "output" => limits.output = number,
                _ => return None,
            }
        }
        Some(limits)
    }
}

/// Sets the limits, once.
pub fn limit(limits: Limits) {
    LIMITS.set(limits).expect("a process runs one listing");
}

/// The limits of this process.
pub fn limits() -> Limits {
    LIMITS.get().copied().unwrap_or_default()
}

/// Ends the process if one of the limits is reached, except that of real time.
pub fn check_limits() {
    let limits = limits();
    let reached = {
        let registry = registry();
        let is_over = |limit: Option<u64>, count: u64| limit.is_some_and(|limit| count >= limit);
        if is_over(limits.events, registry.events) {
            Some(format!("{} events", registry.events))
        } else if is_over(limits.virtual_seconds, Duration::from_micros(registry.last).as_secs()) {
            Some(format!("{} virtual seconds", registry.last / 1_000_000))
        } else if is_over(limits.output, registry.printed) {
            Some(format!("{} printed bytes", registry.printed))
        } else {
            None
        }
    };
    if let Some(reached) = reached {
        cut(&format!("it has reached its limit, {reached}"));
    }
}

/// Writes what was recorded so far, marked as cut, and ends the process.
pub fn cut(why: &str) -> ! {
    let at = Duration::from_micros(registry().last).as_secs_f64();
    let _ = io::stdout().flush();
    // If standard error is closed, the exit code still says it.
    let _ = writeln!(io::stderr(), "cut off at {at:.1}s: {why}");
    output::write_cut(why);
    process::exit(i32::from(EXIT_CUT))
}
