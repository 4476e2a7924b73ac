//! What the drawings say in words.

use crate::trace::{Hold, Outcome, Segment, State, Trace};

/// Virtual microseconds as seconds, with one to three digits after the point: `1.0 s`, `0.25 s`.
pub fn seconds(micros: u64) -> String {
    let mut text = format!("{:.3}", micros as f64 / 1e6);
    while text.ends_with('0') && !text.ends_with(".0") {
        text.pop();
    }
    text + " s"
}

/// What a lane does in a segment: `waits for Mutex::lock on line 6, held by bake A`.
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
        State::Outside if what.is_empty() => format!("waits{place} for something outside, in real time"),
        State::Outside => format!("waits for the outside: {what}{place}"),
        State::Unknown if what.is_empty() && *line > 0 => format!("waits{place}, for its own future to be woken"),
        State::Unknown if what.is_empty() => "waits for something that cannot be seen".to_owned(),
        _ => format!("waits for {what}{place}{}", held_meanwhile(trace, segment)),
    }
}

/// Who holds what a lane waits for: `, held by A, then by B`. If several hold it at the same time: `, held by A and B`.
fn held_meanwhile(trace: &Trace, segment: &Segment) -> String {
    let overlaps =
        |hold: &&Hold| Some(hold.resource) == segment.resource && hold.from < segment.to && segment.from < hold.to;
    let holds: Vec<&Hold> = trace.holds.iter().filter(overlaps).collect();
    let is_alone = holds.iter().all(|hold| !hold.is_shared) && holds.windows(2).all(|pair| pair[0].to <= pair[1].from);
    let mut holders: Vec<&str> = holds.iter().map(|hold| trace.holder(hold)).collect();
    holders.dedup();
    match holders.as_slice() {
        [] => String::new(),
        [first, rest @ ..] if rest.len() > 3 => format!(", held by {first} and {} others", rest.len()),
        few if is_alone => format!(", held by {}", few.join(", then by ")),
        few => format!(", held by {}", few.join(" and ")),
    }
}

/// A label for places of different sizes, the longest first: the whole, and what follows the name of what runs, which is the value or
/// the number that tells it apart.
pub fn label_sizes(label: &str) -> impl Iterator<Item = &str> {
    let blocks = ["async block ", "closure "];
    let after_name = blocks.iter().find_map(|name| label.strip_prefix(name));
    let short = after_name.or_else(|| Some(label.split_once(' ')?.1));
    [Some(label), short].into_iter().flatten()
}

/// A hold: `bake A holds oven: Mutex, taken on line 12`.
pub fn hold(trace: &Trace, hold: &Hold) -> String {
    let what = trace.resources[hold.resource].held(hold.permits, hold.is_shared);
    let who = trace.holder(hold);
    let taker = &trace.lanes[hold.lane].label;
    let by = if who == taker {
        String::new()
    } else {
        format!(" by {taker}")
    };
    format!("{who} holds {what}, taken{by} on line {}", hold.line)
}

/// What is said of a lane whose handle is dropped.
pub const IS_DETACHED: &str = "is detached: its handle is dropped";

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_label_is_what_tells_apart() {
        for (label, short) in [
            ("guest Ada", Some("Ada")),
            ("new_member 0.5", Some("0.5")),
            ("load a van", Some("a van")),
            ("async block north", Some("north")),
            ("async block #2", Some("#2")),
            ("read home #2", Some("home #2")),
            ("main", None),
        ] {
            let sizes: Vec<&str> = label_sizes(label).collect();
            assert_eq!((sizes[0], sizes.get(1).copied()), (label, short));
        }
    }
}
