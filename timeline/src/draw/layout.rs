//! What a drawing consists of, and where everything stands.
//!
//! All measures are in the drawing's own units, which are pixels where a page shows it at its full width. They count from the left
//! and from the top.

mod faults;
mod marks;
mod place;

use super::legend::Sign;
use crate::trace::{Outcome, State};

/// The width of a drawing: that of a figure's right column on a screen of 1440 pixels.
pub const WIDTH: f64 = 560.0;
/// The font size of the lanes' labels.
pub const LABEL: f64 = 13.0;
/// The font size of all other text.
pub const SMALL: f64 = 12.0;
/// The height of a bar.
pub const BAR: f64 = 16.0;
/// The height of a print's mark.
pub const MARK: f64 = 15.0;

/// The width of a character of a fixed-width font, as a part of its size.
const ADVANCE: f64 = 0.602;

/// A whole drawing.
#[derive(Clone, Debug)]
pub struct Layout {
    pub(super) height: f64,
    pub(super) scale: Scale,
    pub(super) ticks: Vec<Tick>,
    pub(super) lanes: Vec<LaneRow>,
    pub(super) slots: Vec<SlotRow>,
    pub(super) arrows: Vec<Arrow>,
    pub(super) signs: Vec<Sign>,
}

/// Where the time axis is.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// The place of the first instant.
    pub left: f64,
    /// The place of the trace's end.
    pub right: f64,
    /// The trace's end, in virtual microseconds.
    pub end: u64,
}

impl Scale {
    /// The place of an instant, in virtual microseconds.
    pub fn x(&self, at: u64) -> f64 {
        self.left + (self.right - self.left) * at as f64 / self.end as f64
    }
}

/// A mark of the axis.
#[derive(Clone, Debug)]
pub struct Tick {
    /// The place of the mark and of the middle of its text.
    pub x: f64,
    /// The instant.
    pub text: String,
}

/// The row of a lane.
#[derive(Clone, Debug)]
pub struct LaneRow {
    /// The top of its bars.
    pub top: f64,
    /// How far its label is indented.
    pub indent: f64,
    /// Its label.
    pub label: String,
    /// Where it begins and ends.
    pub life: (f64, f64),
    /// Its segments.
    pub bars: Vec<SegmentBar>,
    /// How it ends; `None` if it never does.
    pub outcome: Option<Outcome>,
    /// Where its handle was dropped, if it was.
    pub detached: Option<f64>,
    /// What it prints.
    pub marks: Vec<PrintMark>,
}

impl LaneRow {
    /// The middle of its bars.
    pub fn middle(&self) -> f64 {
        self.top + BAR / 2.0
    }

    /// The lower end of its bars, or of what stands below them.
    pub fn bottom(&self) -> f64 {
        let bottoms = self.marks.iter().map(|mark| mark.top + MARK);
        bottoms.fold(self.top + BAR, f64::max)
    }
}

/// The bar of a segment.
#[derive(Clone, Debug)]
pub struct SegmentBar {
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// What the lane does.
    pub state: State,
    /// The line of the source, from 1; 0 for none.
    pub line: u32,
    /// The line, as far as it fits in.
    pub text: String,
    /// The same in words.
    pub title: String,
}

/// The mark of what a lane prints in one instant, below its bar.
#[derive(Clone, Debug)]
pub struct PrintMark {
    /// The place of the instant.
    pub x: f64,
    /// The instant, in virtual microseconds.
    pub at: u64,
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// Its top.
    pub top: f64,
    /// The numbers of the lines of the output, from 1: `3`, `3–5`, `3, 5`.
    pub numbers: String,
    /// What is printed.
    pub title: String,
}

impl PrintMark {
    /// Whether there is space between this mark and another one in the same row.
    pub fn is_apart_from(&self, other: &Self) -> bool {
        self.right + 2.0 <= other.left || other.right + 2.0 <= self.left
    }
}

/// The row of a lock, or of one permit of a semaphore.
#[derive(Clone, Debug)]
pub struct SlotRow {
    /// The top of its bars.
    pub top: f64,
    /// The label of its resource; empty in all but its first row.
    pub label: String,
    /// The holds.
    pub bars: Vec<HoldBar>,
}

/// The bar of a hold.
#[derive(Clone, Debug)]
pub struct HoldBar {
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// The hold's index in the trace.
    pub hold: usize,
    /// The line of the source, from 1; 0 for none.
    pub line: u32,
    /// Who holds it; empty where that doesn't fit in.
    pub text: String,
    /// Whether others may hold it at the same time.
    pub is_shared: bool,
    /// The same in words.
    pub title: String,
}

/// One lane wakes another.
#[derive(Clone, Debug)]
pub struct Arrow {
    /// The place of the instant.
    pub x: f64,
    /// The height of the lane that wakes.
    pub from: f64,
    /// The height of the lane that is woken.
    pub to: f64,
}

/// The width of a text in a font of this size.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * ADVANCE
}
