//! The drawing for a terminal: a line for each lane, a character for each stretch of time.

mod cells;
mod glyphs;

use anstyle::{AnsiColor, Style};

use super::axis;
use super::legend::{Sign, signs};
use super::nothing::{NothingToDraw, check};
use super::slots::{Slot, slots};
use super::words::{label_sizes, seconds};
use crate::text::cut;
use crate::trace::Trace;
use cells::{Cells, Grid};
use glyphs::Glyphs;

const NAME: Style = Style::new().bold();
const AXIS: Style = Style::new().dimmed();
const HOLD: Style = AnsiColor::Green.on_default();
const PLAIN: Style = Style::new();

/// The least space that time gets, in columns.
const LEAST: usize = 20;

/// Draws a trace `columns` wide, with styles. Print it through `anstream`, which removes them where they are not wanted.
///
/// With `is_ascii` it consists of ASCII characters only, except in labels that hold others, and for `…` where a label is cut.
///
/// # Errors
/// There is nothing to draw.
pub fn draw(trace: &Trace, columns: usize, is_ascii: bool) -> Result<String, NothingToDraw> {
    check(trace)?;
    let glyphs = Glyphs { is_ascii };
    let longest = columns * 2 / 5;
    let slots = slots(trace);
    let names: Vec<String> = (0..trace.lanes.len()).map(|lane| name(trace, lane, longest)).collect();
    let slot_names = slots.iter().map(|slot| slot_name(trace, slot, longest));
    let slot_names: Vec<String> = slot_names.collect();
    let lengths = names.iter().chain(&slot_names).map(|name| name.chars().count());
    let gutter = lengths.max().unwrap_or(0) + 1;
    let grid = Grid {
        end: trace.end,
        wide: columns.saturating_sub(gutter + 1).max(LEAST),
    };
    let mut text = format!("{}{AXIS}{}{AXIS:#}\n", " ".repeat(gutter), marks(grid));
    text.extend(names.iter().enumerate().map(|(lane, name)| {
        let bar = lane_bar(trace, lane, grid, glyphs);
        format!("{NAME}{name:<gutter$}{NAME:#}{bar}\n")
    }));
    text.extend(slots.iter().zip(&slot_names).map(|(slot, name)| {
        // A resource is named once, in its first row.
        let name = if slot.is_first { name.as_str() } else { "" };
        let bar = slot_bar(trace, slot, grid, glyphs);
        format!("{NAME}{name:<gutter$}{NAME:#}{bar}\n")
    }));
    let indent = if columns > 60 { gutter } else { 0 };
    let legend = legend(&signs(trace, &slots), columns - indent, glyphs);
    text.extend(legend.iter().map(|line| format!("{}{line}\n", " ".repeat(indent))));
    Ok(text)
}

/// A lane's label, indented by one column for each lane around it, and cut where it would take too much space.
fn name(trace: &Trace, lane: usize, longest: usize) -> String {
    cut(" ".repeat(trace.depth(lane)) + &trace.lanes[lane].label, longest)
}

/// The label of what a slot belongs to, cut where it would take too much space.
fn slot_name(trace: &Trace, slot: &Slot<'_>, longest: usize) -> String {
    cut(trace.resources[slot.resource].label.clone(), longest)
}

/// Round instants along the axis, as many as fit with space between them.
fn marks(grid: Grid) -> String {
    let mut text = String::new();
    for at in axis::instants(grid.end, (grid.wide / 12).max(1) as u64) {
        let label = seconds(at);
        let column = grid.column(at).min(grid.wide.saturating_sub(label.len()));
        if column >= text.len() {
            text.push_str(&" ".repeat(column - text.len()));
            text.push_str(&label);
        }
    }
    text
}

/// A lane's life: its segments, the instants at which it prints, its end.
fn lane_bar(trace: &Trace, number: usize, grid: Grid, glyphs: Glyphs) -> Cells {
    let lane = &trace.lanes[number];
    let mut cells = Cells::new(grid.wide);
    for part in &lane.segments {
        let (from, to) = (grid.column(part.from), grid.column(part.to));
        cells.fill(from..to + 1, glyphs.style(part.state), glyphs.state(part.state));
        if part.line > 0 {
            cells.write(from..to, &format!(" {} ", part.line), 5);
        }
    }
    for print in trace.prints_of(number) {
        cells.set(grid.column(print.at), PLAIN, glyphs.print());
    }
    if let Some(at) = lane.detached {
        let column = grid.column(at);
        // Beside the dot of what is printed in the same instant.
        let is_taken = cells.is(column, PLAIN, glyphs.print());
        let column = if is_taken {
            (column + 1).min(grid.wide - 1)
        } else {
            column
        };
        cells.set(column, PLAIN, glyphs.detached());
    }
    cells.set(grid.column(lane.to), PLAIN, glyphs.outcome(lane.outcome));
    cells
}

/// The row of a lock or a permit: who holds it, and when.
fn slot_bar(trace: &Trace, slot: &Slot<'_>, grid: Grid, glyphs: Glyphs) -> Cells {
    let mut cells = Cells::new(grid.wide);
    for (_, hold) in &slot.holds {
        let from = grid.column(hold.from);
        // The last column belongs to the hold that comes next.
        let to = grid.column(hold.to).max(from + 1);
        cells.fill(from..to, HOLD, glyphs.hold());
        // Where one hold follows another, its beginning is seen.
        cells.set(from, HOLD, glyphs.hold_begins());
        let fits = |who: &&str| to - from > who.chars().count() + 4;
        if let Some(who) = label_sizes(trace.holder(hold)).find(fits) {
            cells.write(from + 1..to, &format!(" {who} "), 2);
        }
    }
    cells
}

/// The signs that occur and what they mean, on as many lines as that needs.
fn legend(signs: &[Sign], wide: usize, glyphs: Glyphs) -> Vec<String> {
    let mut lines = Vec::new();
    let mut used = wide;
    for sign in signs {
        let words = sign.words();
        let (style, drawn) = match sign {
            Sign::State(state) => (glyphs.style(*state), glyphs.state(*state).to_string().repeat(2)),
            Sign::Held => (HOLD, glyphs.hold().to_string().repeat(2)),
            Sign::Detached => (PLAIN, glyphs.detached().to_string()),
        };
        let length = words.len() + 6;
        if used + length > wide + 3 {
            lines.push(String::new());
            used = 0;
        }
        used += length;
        if let Some(line) = lines.last_mut() {
            *line += &format!("{style}{drawn}{style:#} {words}   ");
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}
