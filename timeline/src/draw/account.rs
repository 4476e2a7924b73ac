//! Where a run's time went, in words: a line for each lane.

use super::words::seconds;
use crate::text::cut;
use crate::trace::{Segment, State, Trace};

/// How many lanes have a line of their own. Most programs with more have many of the same kind.
const LANES: usize = 40;

/// How many of a lane's waits are named.
const WAITS: usize = 4;

/// The most characters of a lane's label.
const LABEL: usize = 40;

/// What each lane waited for, and how long, the longest first. `place` says where a line is, such as `line 7`.
///
/// Empty if no time passed.
pub fn write(trace: &Trace, place: &dyn Fn(u32) -> String) -> String {
    if trace.end == 0 {
        return String::new();
    }
    let name = |lane: usize| cut(" ".repeat(trace.depth(lane)) + &trace.lanes[lane].label, LABEL);
    let shown = trace.lanes.len().min(LANES);
    let gutter = (0..shown).map(|lane| name(lane).chars().count()).max().unwrap_or(0);
    let mut text: String = (0..shown)
        .map(|lane| format!("  {:gutter$}  {}\n", name(lane), waits(trace, lane, place)))
        .collect();
    if trace.lanes.len() > shown {
        text.push_str(&format!("  … and {} more\n", trace.lanes.len() - shown));
    }
    text
}

/// What a lane did, in words: `1.5 s Sleep (line 7), 0.5 s Mutex::lock (line 9)`.
fn waits(trace: &Trace, lane: usize, place: &dyn Fn(u32) -> String) -> String {
    let lane = &trace.lanes[lane];
    let endless = lane
        .segments
        .last()
        .filter(|last| lane.outcome.is_none() && last.to > trace.last);
    let mut sums: Vec<(u64, &Segment)> = Vec::new();
    for segment in &lane.segments {
        let length = segment.to.min(trace.last).saturating_sub(segment.from);
        let is_same =
            |other: &Segment| (other.state, &other.what, other.line) == (segment.state, &segment.what, segment.line);
        match sums.iter_mut().find(|(_, other)| is_same(other)) {
            Some((sum, _)) => *sum += length,
            None => sums.push((length, segment)),
        }
    }
    sums.retain(|(sum, _)| *sum > 0);
    // Stable: what took as long as another comes in the order in which it began.
    sums.sort_by_key(|(sum, _)| std::cmp::Reverse(*sum));
    let mut words: Vec<String> = sums
        .iter()
        .take(WAITS)
        .map(|(sum, segment)| format!("{} {}", seconds(*sum), did(segment, place)))
        .collect();
    if sums.len() > WAITS {
        let rest: u64 = sums[WAITS..].iter().map(|(sum, _)| sum).sum();
        words.push(format!("{} in {} more places", seconds(rest), sums.len() - WAITS));
    }
    words.extend(endless.map(|segment| format!("to the end {}", did(segment, place))));
    match words.is_empty() {
        true => "waited for nothing".to_owned(),
        false => words.join(", "),
    }
}

/// What a lane did in a segment.
fn did(segment: &Segment, place: &dyn Fn(u32) -> String) -> String {
    let place = match segment.line {
        0 => String::new(),
        line => format!(" ({})", place(line)),
    };
    match segment.state {
        State::Blocking => format!("blocking the thread{place}"),
        State::Branches => "its branches".to_owned(),
        State::Ready => "ready, but not polled".to_owned(),
        State::Outside if segment.what.is_empty() => format!("something outside{place}"),
        _ if segment.what.is_empty() => format!("something without a name{place}"),
        _ => format!("{}{place}", segment.what),
    }
}
