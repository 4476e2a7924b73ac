//! Where everything goes in a drawing, in the drawing's own units: pixels, where the page shows it at its full width.

mod shapes;

use std::collections::BTreeSet;

use super::rails::rails;
use super::words::{DETACHED, HELD, hold, holder, legend, seconds, segment, short};
use crate::html::escape;
use crate::trace::{Hold, Lane, State, Trace};

pub use shapes::{Bar, Held, Key, Layout, Rail, Row, Sign, Text};

/// The width of a drawing: that of the page's text column.
pub const WIDTH: f64 = 740.0;
/// The size of the lanes' labels.
pub const LABEL: f64 = 13.0;
/// The size of all other text.
pub const SMALL: f64 = 12.0;
/// A bar's height.
pub const BAR: f64 = 16.0;

/// The width of a character of a fixed-width font, as a part of its size.
const ADVANCE: f64 = 0.602;
/// The space above the first lane, for the axis.
const AXIS: f64 = 26.0;
/// The height of a row of printed text.
const ROW: f64 = 16.0;
/// How far a branch's label is indented.
const INDENT: f64 = 14.0;
/// The space to the right of the last instant.
const MARGIN: f64 = 14.0;
/// How far the words of a legend's entry stand from the left of its sign.
pub const SIGN: f64 = 28.0;
/// The longest printed text, in characters; a longer one is cut.
const LONGEST: usize = 40;

/// Places everything.
///
/// # Errors
/// There is nothing to draw.
pub fn lay_out(trace: &Trace) -> Result<Layout, String> {
    if trace.lanes.is_empty() {
        return Err(format!(
            "{} has no timeline: no task of it ran on a runtime",
            trace.listing
        ));
    }
    if trace.end == 0 {
        return Err(format!("{} has no timeline: it takes no time", trace.listing));
    }
    let depths: Vec<f64> = (0..trace.lanes.len())
        .map(|lane| depth(trace, lane) as f64 * INDENT)
        .collect();
    let rails = rails(trace);
    let lanes = trace.lanes.iter().zip(&depths);
    let kept = rails.iter().map(|rail| &trace.resources[rail.resource].label);
    let widest = lanes
        .map(|(lane, depth)| depth + width(&lane.label, LABEL))
        .chain(kept.map(|label| width(label, LABEL)))
        .fold(0.0_f64, f64::max);
    let plot = (widest + 16.0, WIDTH - MARGIN);
    let x = |at: u64| plot.0 + (plot.1 - plot.0) * at as f64 / trace.end as f64;

    let mut rows = Vec::new();
    let mut top = AXIS + 8.0;
    for (index, lane) in trace.lanes.iter().enumerate() {
        let texts = texts(trace, index, &x, plot, top + BAR);
        let below = texts.iter().map(|text| text.base).fold(top + BAR, f64::max);
        rows.push(Row {
            top,
            indent: depths[index],
            label: lane.label.clone(),
            life: (x(lane.from), x(lane.to)),
            bars: bars(trace, lane, &x),
            outcome: lane.outcome,
            detached: lane.detached.map(x),
            texts,
        });
        top = below + 14.0;
    }
    let mut placed = Vec::new();
    let mut before = None;
    for rail in &rails {
        let is_first = before != Some(rail.resource);
        // The rows of one resource stand together.
        top += if is_first { 4.0 } else { 0.0 };
        placed.push(Rail {
            top,
            label: if is_first {
                trace.resources[rail.resource].label.clone()
            } else {
                String::new()
            },
            bars: rail.holds.iter().map(|hold| held(trace, *hold, &x)).collect(),
        });
        top += BAR + 3.0;
        before = Some(rail.resource);
    }
    let rails = placed;
    top += if rails.is_empty() { 0.0 } else { 8.0 };
    let arrows = trace
        .wakes
        .iter()
        .map(|wake| (x(wake.at), middle(&rows[wake.by]), middle(&rows[wake.lane])))
        .collect();
    let states: BTreeSet<State> = rows.iter().flat_map(|row| &row.bars).map(|bar| bar.state).collect();
    let mut signs: Vec<(Sign, &str)> = states
        .iter()
        .map(|state| (Sign::State(*state), legend(*state)))
        .collect();
    if !rails.is_empty() {
        signs.push((Sign::Held, HELD));
    }
    if rows.iter().any(|row| row.detached.is_some()) {
        signs.push((Sign::Detached, DETACHED));
    }
    let keys = keys(&signs, top + 4.0);
    Ok(Layout {
        height: keys.last().map_or(top, |key| key.top) + ROW,
        plot,
        ticks: ticks(trace.end, &x),
        rows,
        rails,
        arrows,
        keys,
        legend: top + 4.0,
    })
}

/// Places the entries of the legend one behind the other, on as many lines as they need.
fn keys(signs: &[(Sign, &'static str)], top: f64) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    let (mut left, mut top) = (0.0, top);
    for (sign, words) in signs {
        let wide = SIGN + width(words, SMALL);
        if left > 0.0 && left + wide > WIDTH {
            (left, top) = (0.0, top + ROW);
        }
        keys.push(Key {
            sign: *sign,
            left,
            top,
            words,
        });
        left += wide + 22.0;
    }
    keys
}

/// The width of a text.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * ADVANCE
}

/// The height of the middle of a lane's bar.
pub fn middle(row: &Row) -> f64 {
    row.top + BAR / 2.0
}

/// In how many lanes a branch lies.
fn depth(trace: &Trace, mut lane: usize) -> usize {
    let mut depth = 0;
    while let (true, Some(parent)) = (trace.lanes[lane].kind.is_part(), trace.lanes[lane].parent) {
        depth += 1;
        lane = parent;
    }
    depth
}

/// A stretch in which something is held.
fn held(trace: &Trace, (place, part): (usize, &Hold), x: &impl Fn(u64) -> f64) -> Held {
    let (left, right) = (x(part.from), x(part.to));
    let who = holder(trace, part);
    Held {
        left,
        right,
        hold: place,
        line: part.line,
        text: [Some(who), short(who)]
            .into_iter()
            .flatten()
            .find(|text| right - left > width(text, SMALL) + 8.0)
            .unwrap_or_default()
            .to_owned(),
        is_shared: part.is_shared,
        title: format!("{}, {} to {}", hold(trace, part), seconds(part.from), seconds(part.to)),
    }
}

fn bars(trace: &Trace, lane: &Lane, x: &impl Fn(u64) -> f64) -> Vec<Bar> {
    let bar = |part: &crate::trace::Segment| {
        let (left, right) = (x(part.from), x(part.to));
        Bar {
            left,
            right,
            state: part.state,
            line: part.line,
            has_text: part.line > 0 && right - left > width(&format!("line {}", part.line), SMALL) + 6.0,
            title: format!(
                "{} {}, {} to {}",
                lane.label,
                segment(trace, part),
                seconds(part.from),
                seconds(part.to)
            ),
        }
    };
    lane.segments.iter().map(bar).collect()
}

/// Places what a lane prints below its bar, so that no text lies on another.
///
/// From the right to the left: a text that begins further left then lies lower, and the line that leads to it passes few others.
fn texts(trace: &Trace, lane: usize, x: &impl Fn(u64) -> f64, plot: (f64, f64), bottom: f64) -> Vec<Text> {
    let own: Vec<_> = trace
        .prints
        .iter()
        .filter(|print| print.lane.unwrap_or(0) == lane)
        .collect();
    let mut order: Vec<usize> = (0..own.len()).collect();
    order.sort_by_key(|index| (std::cmp::Reverse(own[*index].at), *index));
    let mut placed: Vec<Text> = Vec::new();
    let mut before = None;
    for index in order {
        let (instant, text) = (own[index].at, cut(own[index].text.trim()));
        if text.is_empty() {
            continue;
        }
        let (at, wide) = (x(instant), width(&text, SMALL));
        let left = if at + 5.0 + wide <= WIDTH {
            at + 5.0
        } else {
            (at - 5.0 - wide).max(plot.0.min(WIDTH - wide)).max(0.0)
        };
        let mut text = Text {
            x: at,
            left,
            right: left + wide,
            base: 0.0,
            text,
        };
        // Within an instant, what was printed first stands on top.
        let first = before
            .filter(|(other, _)| *other == instant)
            .map_or(0, |(_, row)| row + 1);
        let base = |row: usize| bottom + ROW * (row as f64 + 1.0) - 3.0;
        let is_free = |row: &usize| {
            placed
                .iter()
                .all(|other| other.base != base(*row) || are_apart(&text, other))
        };
        let row = (first..).find(is_free).unwrap_or(first);
        text.base = base(row);
        before = Some((instant, row));
        placed.push(text);
    }
    placed
}

/// Whether two texts of one row leave space between them.
pub fn are_apart(one: &Text, other: &Text) -> bool {
    one.right + 6.0 <= other.left || other.right + 6.0 <= one.left
}

fn cut(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST {
        text
    } else {
        text.chars().take(LONGEST - 1).chain(['…']).collect()
    }
}

/// Round numbers of seconds along the axis, seven at most.
fn ticks(end: u64, x: &impl Fn(u64) -> f64) -> Vec<(f64, String)> {
    let steps = (0..12).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
    let step = steps.into_iter().find(|step| end / step <= 7).unwrap_or(end.max(1));
    (0..=end / step)
        .map(|tick| (x(tick * step), escape(&seconds(tick * step))))
        .collect()
}
