//! The drawing for a terminal: a line for each lane, a character for each stretch of time.

use std::collections::BTreeSet;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use stage::event::Outcome;

use super::rails::{Rail, rails};
use super::words::{DETACHED, HELD, holder, legend, seconds, short};
use crate::trace::{Lane, State, Trace};

const NAME: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const HOLD: Style = AnsiColor::Green.on_default();

/// Draws a trace `columns` wide, with styles; print it through `anstream`, which takes them out where they do not belong.
///
/// # Errors
/// There is nothing to draw: no task ran, or no virtual time passed.
pub fn draw(trace: &Trace, columns: usize, is_ascii: bool) -> Result<String, String> {
    super::layout::lay_out(trace)?;
    let names: Vec<String> = (0..trace.lanes.len())
        .map(|lane| name(trace, lane, columns * 2 / 5))
        .collect();
    let rails = rails(trace);
    let held: Vec<String> = rails.iter().map(|rail| label(trace, rail, columns * 2 / 5)).collect();
    let gutter = names
        .iter()
        .chain(&held)
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0)
        + 1;
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
    for (index, (rail, name)) in rails.iter().zip(&held).enumerate() {
        // A resource is named once, in its first row.
        let is_first = index == 0 || rails[index - 1].resource != rail.resource;
        let name = if is_first { name.as_str() } else { "" };
        let row = row(trace, rail, wide, is_ascii);
        put(format_args!("{NAME}{name:<gutter$}{NAME:#}{row}\n"));
    }
    let states: BTreeSet<State> = trace
        .lanes
        .iter()
        .flat_map(|lane| &lane.segments)
        .map(|part| part.state)
        .collect();
    let indent = if columns > 60 { gutter } else { 0 };
    let mut entries: Vec<(Style, String, &str)> = states
        .iter()
        .map(|state| {
            (
                style(*state),
                sign(*state, is_ascii).to_string().repeat(2),
                legend(*state),
            )
        })
        .collect();
    if !rails.is_empty() {
        entries.push((HOLD, hold_sign(is_ascii).to_string().repeat(2), HELD));
    }
    if trace.lanes.iter().any(|lane| lane.detached.is_some()) {
        entries.push((Style::new(), detached_sign(is_ascii).to_string(), DETACHED));
    }
    for line in keys(&entries, columns - indent) {
        put(format_args!("{}{line}\n", " ".repeat(indent)));
    }
    Ok(text)
}

/// What occurs, and what it is called, on as many lines as that needs.
fn keys(entries: &[(Style, String, &str)], wide: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut used = wide;
    for (style, signs, words) in entries {
        let entry = format!("{style}{signs}{style:#} {words}   ");
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

/// What a row holds, cut where it would take too much room.
fn label(trace: &Trace, rail: &Rail<'_>, longest: usize) -> String {
    cut(trace.resources[rail.resource].label.clone(), longest)
}

/// A row of a lock or a semaphore: who holds it, and when.
fn row(trace: &Trace, rail: &Rail<'_>, wide: usize, is_ascii: bool) -> String {
    let mut cells = vec![(Style::new(), ' '); wide];
    for (_, hold) in &rail.holds {
        let (from, to) = (column(hold.from, trace.end, wide), column(hold.to, trace.end, wide));
        // The last column belongs to whoever comes next.
        let to = to.max(from + 1);
        cells[from..to].fill((HOLD, hold_sign(is_ascii)));
        // Where one hold follows another, its beginning is seen.
        cells[from].1 = if is_ascii { '[' } else { '▐' };
        let who = holder(trace, hold);
        let fits = |who: &&str| to - from > who.chars().count() + 4;
        if let Some(who) = [Some(who), short(who)].into_iter().flatten().find(fits) {
            write_into(&mut cells[from + 1..to], &format!(" {who} "), 2);
        }
    }
    painted(&cells)
}

/// Writes a text into the middle of some cells, if that leaves so many of them free.
fn write_into(cells: &mut [(Style, char)], text: &str, free: usize) {
    let length = text.chars().count();
    if cells.len() >= length + free {
        let start = (cells.len() - length) / 2;
        for (cell, character) in cells[start..].iter_mut().zip(text.chars()) {
            cell.1 = character;
        }
    }
}

fn painted(cells: &[(Style, char)]) -> String {
    let text: String = cells
        .iter()
        .map(|(style, sign)| format!("{style}{sign}{style:#}"))
        .collect();
    text.trim_end().to_owned()
}

/// A lane's label, indented by one for each lane that it lies in, and cut where it would take too much room.
fn name(trace: &Trace, lane: usize, longest: usize) -> String {
    let mut depth = 0;
    let mut at = lane;
    while let (true, Some(parent)) = (trace.lanes[at].kind.is_part(), trace.lanes[at].parent) {
        depth += 1;
        at = parent;
    }
    cut(" ".repeat(depth) + &trace.lanes[lane].label, longest)
}

fn cut(name: String, longest: usize) -> String {
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
        if part.line > 0 {
            write_into(&mut cells[from..to], &format!(" {} ", part.line), 5);
        }
    }
    let dot = if is_ascii { 'o' } else { '●' };
    for print in trace.prints.iter().filter(|print| print.lane.unwrap_or(0) == index) {
        cells[column(print.at, trace.end, wide)] = (plain, dot);
    }
    if let Some(at) = lane.detached {
        let at = column(at, trace.end, wide);
        // Beside the dot of what is printed in the same instant.
        let at = if cells[at] == (plain, dot) {
            (at + 1).min(wide - 1)
        } else {
            at
        };
        cells[at] = (plain, detached_sign(is_ascii));
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
    painted(&cells)
}

fn hold_sign(is_ascii: bool) -> char {
    if is_ascii { '+' } else { '▓' }
}

fn detached_sign(is_ascii: bool) -> char {
    if is_ascii { '%' } else { '○' }
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
