//! The drawing for a terminal: a line for each lane, a character for each stretch of time.

use std::collections::BTreeSet;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use stage::event::{Kind, Outcome};

use super::words::{legend, seconds};
use crate::trace::{Lane, State, Trace};

const NAME: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Draws a trace `columns` wide, with styles; print it through `anstream`, which takes them out where they do not belong.
///
/// # Errors
/// There is nothing to draw: no task ran, or no virtual time passed.
pub fn draw(trace: &Trace, columns: usize, is_ascii: bool) -> Result<String, String> {
    super::layout::lay_out(trace)?;
    let names: Vec<String> = (0..trace.lanes.len())
        .map(|lane| name(trace, lane, columns * 2 / 5))
        .collect();
    let gutter = names.iter().map(|name| name.chars().count()).max().unwrap_or(0) + 1;
    let wide = columns.saturating_sub(gutter + 1).max(20);
    let mut text = String::new();
    let mut put = |line: std::fmt::Arguments<'_>| text.write_fmt(line).expect("a string takes everything");
    put(format_args!(
        "{}{DIM}{}{DIM:#}\n",
        " ".repeat(gutter),
        axis(trace.end, wide)
    ));
    for (index, (lane, name)) in trace.lanes.iter().zip(&names).enumerate() {
        let bar = bar(trace, index, lane, wide, is_ascii);
        put(format_args!("{NAME}{name:<gutter$}{NAME:#}{bar}\n"));
    }
    let states: BTreeSet<State> = trace
        .lanes
        .iter()
        .flat_map(|lane| &lane.segments)
        .map(|part| part.state)
        .collect();
    let indent = if columns > 60 { gutter } else { 0 };
    for line in keys(&states, columns - indent, is_ascii) {
        put(format_args!("{}{line}\n", " ".repeat(indent)));
    }
    Ok(text)
}

/// The states that occur, and what they are called, on as many lines as they need.
fn keys(states: &BTreeSet<State>, wide: usize, is_ascii: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut used = wide;
    for state in states {
        let (style, sign, words) = (style(*state), sign(*state, is_ascii), legend(*state));
        let entry = format!("{style}{sign}{sign}{style:#} {words}   ");
        let length = words.len() + 6;
        if used + length > wide + 3 {
            lines.push(String::new());
            used = 0;
        }
        used += length;
        if let Some(line) = lines.last_mut() {
            line.push_str(&entry);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A lane's label, indented by one for each lane that it lies in, and cut where it would take too much room.
fn name(trace: &Trace, lane: usize, longest: usize) -> String {
    let mut depth = 0;
    let mut at = lane;
    while let (Kind::Branch, Some(parent)) = (trace.lanes[at].kind, trace.lanes[at].parent) {
        depth += 1;
        at = parent;
    }
    let name = " ".repeat(depth) + &trace.lanes[lane].label;
    if name.chars().count() <= longest {
        name
    } else {
        name.chars().take(longest.max(2) - 1).chain(['…']).collect()
    }
}

/// Times along the width, as many as fit with space between them.
fn axis(end: u64, wide: usize) -> String {
    let steps = (0..12).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
    let most = (wide / 12).max(1) as u64;
    let step = steps.into_iter().find(|step| end / step <= most).unwrap_or(end.max(1));
    let mut text = String::new();
    for tick in 0..=end / step {
        let (at, label) = (column(tick * step, end, wide), seconds(tick * step));
        let at = at.min(wide.saturating_sub(label.len()));
        if at >= text.len() {
            text.push_str(&" ".repeat(at - text.len()));
            text.push_str(&label);
        }
    }
    text
}

/// The column of an instant, from 0.
fn column(at: u64, end: u64, wide: usize) -> usize {
    (at as f64 / end as f64 * (wide - 1) as f64).round() as usize
}

/// A lane's life: its segments, the instants at which it prints, its end.
fn bar(trace: &Trace, index: usize, lane: &Lane, wide: usize, is_ascii: bool) -> String {
    let plain = Style::new();
    let mut cells = vec![(plain, ' '); wide];
    for part in &lane.segments {
        let (from, to) = (column(part.from, trace.end, wide), column(part.to, trace.end, wide));
        cells[from..=to].fill((style(part.state), sign(part.state, is_ascii)));
        let line = format!(" {} ", part.line);
        if part.line > 0 && to - from > line.len() + 4 {
            let start = (from + to - line.len()) / 2;
            for (cell, character) in cells[start..].iter_mut().zip(line.chars()) {
                cell.1 = character;
            }
        }
    }
    for print in trace.prints.iter().filter(|print| print.lane.unwrap_or(0) == index) {
        cells[column(print.at, trace.end, wide)] = (plain, if is_ascii { 'o' } else { '●' });
    }
    let end = match (lane.outcome, is_ascii) {
        (Some(Outcome::Done), false) => '┤',
        (Some(Outcome::Done), true) => '|',
        (Some(Outcome::Cancelled), false) => '╳',
        (Some(Outcome::Cancelled), true) => 'X',
        (Some(Outcome::Released), _) => ':',
        (Some(Outcome::Panicked), _) => '!',
        (None, false) => '»',
        (None, true) => '>',
    };
    cells[column(lane.to, trace.end, wide)] = (plain, end);
    let text: String = cells
        .iter()
        .map(|(style, sign)| format!("{style}{sign}{style:#}"))
        .collect();
    text.trim_end().to_owned()
}

/// The character of a state.
fn sign(state: State, is_ascii: bool) -> char {
    let (pretty, ascii) = match state {
        State::Blocking => ('█', '@'),
        State::Lock => ('▒', '#'),
        State::Event => ('┈', '~'),
        State::Task => ('╌', '.'),
        State::Timer => ('─', '-'),
        State::Branches => ('═', '='),
        State::Unknown => ('?', '?'),
        State::Ready => ('░', ':'),
    };
    if is_ascii { ascii } else { pretty }
}

/// The color of a state, which says nothing that its character does not say.
fn style(state: State) -> Style {
    match state {
        State::Blocking => AnsiColor::Red.on_default(),
        State::Lock => AnsiColor::Yellow.on_default(),
        State::Event => AnsiColor::Magenta.on_default(),
        State::Task | State::Branches | State::Ready | State::Unknown => DIM,
        State::Timer => AnsiColor::Cyan.on_default(),
    }
}
