//! What is said of a segment or an end, in words.

use stage::event::Outcome;

use crate::trace::{Hold, Segment, State, Trace};

/// Virtual microseconds as seconds, with as many digits as they need, one at least: `1.0 s`, `0.25 s`.
pub fn seconds(micros: u64) -> String {
    let mut text = format!("{:.3}", micros as f64 / 1e6);
    while text.ends_with('0') && !text.ends_with(".0") {
        text.pop();
    }
    text + " s"
}

/// What a lane does in a segment: `waits for Mutex::lock on line 6, held by bake("A")`.
pub fn segment(trace: &Trace, segment: &Segment) -> String {
    let Segment { state, what, line, .. } = segment;
    let place = if *line > 0 {
        format!(" on line {line}")
    } else {
        String::new()
    };
    match state {
        State::Blocking => format!("holds the thread{place}"),
        State::Branches => "waits for its branches".to_owned(),
        State::Ready => "could go on, and waits for its turn".to_owned(),
        State::Unknown if what.is_empty() && *line > 0 => format!("waits{place}, for its own future to be woken"),
        State::Unknown if what.is_empty() => "waits for something that cannot be seen".to_owned(),
        _ => format!("waits for {what}{place}{}", held_meanwhile(trace, segment)),
    }
}

/// Who holds what a lane waits for: `, held by A, then by B`, or for what several can hold `, held by A and B`.
fn held_meanwhile(trace: &Trace, segment: &Segment) -> String {
    let overlaps =
        |hold: &&Hold| Some(hold.resource) == segment.resource && hold.from < segment.to && segment.from < hold.to;
    let holds: Vec<&Hold> = trace.holds.iter().filter(overlaps).collect();
    let is_alone = holds.iter().all(|hold| !hold.is_shared) && holds.windows(2).all(|pair| pair[0].to <= pair[1].from);
    let mut holders: Vec<&str> = holds.iter().map(|hold| holder(trace, hold)).collect();
    holders.dedup();
    match holders.as_slice() {
        [] => String::new(),
        [first, rest @ ..] if rest.len() > 3 => format!(", held by {first} and {} others", rest.len()),
        few if is_alone => format!(", held by {}", few.join(", then by ")),
        few => format!(", held by {}", few.join(" and ")),
    }
}

/// Who is named for a hold: the lane that gives it back, to which the guard may have been handed on; else the one that took it.
pub fn holder<'a>(trace: &'a Trace, hold: &Hold) -> &'a str {
    &trace.lanes[hold.given_back_by.unwrap_or(hold.lane)].label
}

/// What is left of a label where there is little room: its first text, or the number that tells it apart from others.
pub fn short(label: &str) -> Option<&str> {
    let text = label.split('"').nth(1).filter(|text| !text.is_empty());
    text.or_else(|| label.rfind('#').map(|number| &label[number..]))
}

/// A hold: `bake("A") holds oven: Mutex, taken on line 12`.
pub fn hold(trace: &Trace, hold: &Hold) -> String {
    let what = &trace.resources[hold.resource].label;
    let how = match (hold.permits, hold.is_shared) {
        (_, true) => ", shared".to_owned(),
        (1, false) => String::new(),
        (permits, false) => format!(", {permits} permits"),
    };
    let who = holder(trace, hold);
    let taker = &trace.lanes[hold.lane].label;
    let by = if who == taker {
        String::new()
    } else {
        format!(" by {taker}")
    };
    format!("{who} holds {what}{how}, taken{by} on line {}", hold.line)
}

/// What a state is called in the legend.
pub fn legend(state: State) -> &'static str {
    match state {
        State::Blocking => "holds the thread",
        State::Lock => "waits for a lock or permit",
        State::Event => "waits for a message or an event",
        State::Task => "waits for a task",
        State::Timer => "waits for a timer",
        State::Branches => "waits for its branches",
        State::Unknown => "waits for something unnamed",
        State::Ready => "ready, waits for its turn",
    }
}

/// What a bar in the row of a lock or a semaphore is called in the legend.
pub const HELD: &str = "holds a lock or permit";

/// What the mark at a dropped handle is called in the legend.
pub const DETACHED: &str = "detached: its handle is dropped";

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
