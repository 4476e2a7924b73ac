//! The patterns of bars, for readers who do not tell them apart by color.

use crate::draw::layout::Layout;
use crate::draw::legend::Sign;
use crate::trace::State;

/// The class of a state.
pub fn class(state: State) -> &'static str {
    match state {
        State::Blocking => "blocking",
        State::Lock => "lock",
        State::Event => "event",
        State::Task => "task",
        State::Timer => "timer",
        State::Branches => "branches",
        State::Outside => "outside",
        State::Unknown => "unknown",
        State::Ready => "ready",
    }
}

/// The lines of a state's pattern, as a path; `None` if it has no pattern.
fn path(state: State) -> Option<&'static str> {
    match state {
        State::Lock => Some("M-1 7L7-1M-1 1L1-1M5 7L7 5"),
        State::Event => Some("M1 3h2M4 0h2M4 6h2"),
        State::Task => Some("M0 3h6"),
        State::Outside => Some("M0 1h6M0 4h6M3 0v6"),
        State::Unknown => Some("M0 0l6 6M0 6l6-6"),
        State::Blocking | State::Timer | State::Branches | State::Ready => None,
    }
}

/// The attribute that fills a shape with the pattern of a state; `None` if it has none.
pub fn fill(id: &str, state: State) -> Option<String> {
    path(state).map(|_| format!("style=\"fill:url(#{id}-{})\"", class(state)))
}

/// Defines the patterns that a drawing uses.
pub fn define(id: &str, layout: &Layout) -> String {
    let define = |state| {
        let (path, class) = (path(state)?, class(state));
        Some(format!(
            "<pattern id=\"{id}-{class}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"pattern\" d=\"{path}\"/></pattern>"
        ))
    };
    let patterns = layout.signs.iter().filter_map(|sign| match sign {
        Sign::State(state) => define(*state),
        Sign::Held | Sign::Detached => None,
    });
    let patterns: String = patterns.collect();
    if patterns.is_empty() {
        patterns
    } else {
        format!("<defs>{patterns}</defs>")
    }
}
