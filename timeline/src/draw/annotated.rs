//! The legend of all drawings: one drawing with numbered notes on its signs.

use super::layout::{LABEL, Layout, width};
use super::legend::Sign;
use super::svg;
use crate::trace::{State, Trace};

/// A sign with a note: where its number stands, and what it means.
struct Note {
    x: f64,
    y: f64,
    words: &'static str,
}

/// All kinds of bars and marks, also those that the drawing does not have.
const SIGNS: [Sign; 11] = [
    Sign::State(State::Timer),
    Sign::State(State::Event),
    Sign::State(State::Task),
    Sign::State(State::Lock),
    Sign::State(State::Branches),
    Sign::State(State::Ready),
    Sign::State(State::Blocking),
    Sign::State(State::Outside),
    Sign::State(State::Unknown),
    Sign::Held,
    Sign::Detached,
];

/// The drawing, its notes, and what all kinds of bars mean.
pub fn draw(trace: &Trace, layout: &Layout) -> String {
    let mut layout = layout.clone();
    let notes = notes(&layout);
    layout.signs = SIGNS.to_vec();
    let id = format!("legend-{}", trace.name.replace('/', "-"));
    let numbers: String = (1..)
        .zip(&notes)
        .map(|(number, note)| number_at(number, note))
        .collect();
    let words: String = notes.iter().map(|note| format!("<li>{}</li>", note.words)).collect();
    format!(
        "<figure class=\"timeline annotated\" aria-label=\"How to read a timeline\">{}<ol>{words}</ol>{}</figure>\n",
        svg::drawing(trace, &layout, &id, &numbers),
        svg::legend::draw(&layout.signs, &id),
    )
}

fn number_at(number: usize, Note { x, y, .. }: &Note) -> String {
    format!(
        "<g class=\"note\"><circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"8\"/>\
         <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"12\">{number}</text></g>",
        y + 4.2
    )
}

/// A note for the first sign of each kind that the drawing has.
fn notes(layout: &Layout) -> Vec<Note> {
    let notes = on_bars(layout).into_iter().chain(on_marks(layout));
    notes.flatten().collect()
}

/// Notes on a lane, a bar and a print.
fn on_bars(layout: &Layout) -> [Option<Note>; 3] {
    let lane = layout.lanes.first().map(|row| Note {
        x: row.indent + width(&row.label, LABEL) + 12.0,
        y: row.middle(),
        words: "A <b>lane</b> is a task, a branch of a macro such as <code>join!</code>, a member of <code>join_all</code> and its like, \
                or a function with a thread of its own.",
    });
    let bars = layout
        .lanes
        .iter()
        .flat_map(|row| row.bars.iter().map(move |bar| (row, bar)));
    let wide = bars
        .clone()
        .find(|(_, bar)| bar.state == State::Timer && bar.right - bar.left > 50.0);
    let bar = wide.map(|(row, bar)| Note {
        x: bar.right - 14.0,
        y: row.middle(),
        words: "A <b>bar</b> is a wait. Its pattern says for what, and its number on which line of the program. Where there is no bar, \
                the lane runs, which takes no time on the virtual clock.",
    });
    let mark = layout.lanes.iter().find_map(|row| row.marks.first()).map(|mark| Note {
        x: mark.right + 10.0,
        y: mark.top + 7.5,
        words: "A <b>number below a lane</b> is what it prints at this instant: the line of the output.",
    });
    [lane, bar, mark]
}

/// Notes on an arrow, a dropped handle, the end of a lane and a hold.
fn on_marks(layout: &Layout) -> [Option<Note>; 4] {
    let arrow = layout.arrows.first().map(|arrow| Note {
        x: arrow.x - 11.0,
        y: (arrow.from + arrow.to) / 2.0,
        words: "An <b>arrow</b> leads from a lane to another one that can go on because of it.",
    });
    let ring = layout
        .lanes
        .iter()
        .find_map(|row| row.detached.map(|x| (row, x)))
        .map(|(row, x)| Note {
            x: x + 15.0,
            y: row.middle() - 9.0,
            words: "A <b>ring</b>: the task's handle is dropped here. The task runs on, and nobody learns how it ends.",
        });
    let end = layout.lanes.first().map(|row| Note {
        x: row.life.1 - 12.0,
        y: row.middle(),
        words: "A <b>stroke</b> is the end of a lane. A cross means that it was dropped before its end, a star that it panicked, \
                arrowheads that it waits for ever.",
    });
    let held = layout.slots.iter().find_map(|row| row.bars.first().map(|bar| (row, bar))).map(|(row, bar)| Note {
        x: bar.left + 11.0,
        y: row.top + 8.0,
        words: "A <b>row below the lanes</b> is a lock, or a permit of a semaphore. A framed bar says who holds it, and for how long.",
    });
    [arrow, ring, end, held]
}
