//! What is said of a segment or an end, in words.

use stage::event::Outcome;

use crate::trace::{Segment, State};

/// Virtual microseconds as seconds, with as many digits as they need, one at least: `1.0 s`, `0.25 s`.
pub fn seconds(micros: u64) -> String {
    let mut text = format!("{:.3}", micros as f64 / 1e6);
    while text.ends_with('0') && !text.ends_with(".0") {
        text.pop();
    }
    text + " s"
}

/// What a lane does in a segment: `waits for Sleep on line 6`.
pub fn segment(segment: &Segment) -> String {
    let Segment { state, what, line, .. } = segment;
    let place = if *line > 0 {
        format!(" on line {line}")
    } else {
        String::new()
    };
    match state {
        State::Blocking => "holds the thread".to_owned(),
        State::Branches => "waits for its branches".to_owned(),
        State::Ready => "could go on, and waits for its turn".to_owned(),
        State::Unknown if what.is_empty() && *line > 0 => format!("waits{place}, for its own future to be woken"),
        State::Unknown if what.is_empty() => "waits for something that cannot be seen".to_owned(),
        _ => format!("waits for {what}{place}"),
    }
}

/// What a state is called in the legend.
pub fn legend(state: State) -> &'static str {
    match state {
        State::Blocking => "holds the thread",
        State::Lock => "waits for a lock",
        State::Event => "waits for a message or an event",
        State::Task => "waits for a task",
        State::Timer => "waits for a timer",
        State::Branches => "waits for its branches",
        State::Unknown => "waits for something unnamed",
        State::Ready => "ready, waits for its turn",
    }
}

/// How a lane ended.
pub fn outcome(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Done) => "ends",
        Some(Outcome::Cancelled) => "is dropped",
        Some(Outcome::Released) => "is let go of",
        Some(Outcome::Panicked) => "panics",
        None => "never ends",
    }
}

/// A text for HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
