//! Traces that cannot be drawn.

use std::error::Error;
use std::fmt;

use crate::trace::Trace;

/// Why there is nothing to draw. The message names the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NothingToDraw {
    /// No task of this program ran.
    NoTask(String),
    /// No virtual time passed while this program ran.
    NoTime(String),
}

impl fmt::Display for NothingToDraw {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTask(name) => write!(formatter, "{name} has no timeline: no task of it ran on a runtime"),
            Self::NoTime(name) => write!(formatter, "{name} has no timeline: it takes no time"),
        }
    }
}

impl Error for NothingToDraw {}

/// Makes sure that a trace has lanes and takes time.
///
/// # Errors
/// It has none, or takes none.
pub fn check(trace: &Trace) -> Result<(), NothingToDraw> {
    if trace.lanes.is_empty() {
        return Err(NothingToDraw::NoTask(trace.name.clone()));
    }
    if trace.end == 0 {
        return Err(NothingToDraw::NoTime(trace.name.clone()));
    }
    Ok(())
}
