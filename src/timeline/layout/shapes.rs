//! What a drawing consists of, with its place in the drawing's own units.

use stage::event::Outcome;

use crate::trace::State;

/// A whole drawing.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Its height.
    pub height: f64,
    /// Where time begins and ends, from the left.
    pub plot: (f64, f64),
    /// The marks of the axis: where, and what stands there.
    pub ticks: Vec<(f64, String)>,
    /// The lanes, from top to bottom.
    pub rows: Vec<Row>,
    /// What is held, by whom, in rows below the lanes.
    pub rails: Vec<Rail>,
    /// One lane wakes another: where, and from which height to which.
    pub arrows: Vec<(f64, f64, f64)>,
    /// What the signs mean that occur.
    pub keys: Vec<Key>,
    /// Where the legend's lines begin, from the top.
    pub legend: f64,
}

/// An entry of the legend.
#[derive(Clone, Debug)]
pub struct Key {
    /// What is explained.
    pub sign: Sign,
    /// The left end of the sign.
    pub left: f64,
    /// Its top.
    pub top: f64,
    /// What it means.
    pub words: &'static str,
}

/// What the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A bar.
    State(State),
    /// A bar in the row of a lock or a semaphore.
    Held,
    /// The ring of a dropped handle.
    Detached,
}

/// A lane.
#[derive(Clone, Debug)]
pub struct Row {
    /// The top of its bar.
    pub top: f64,
    /// How far its label is indented.
    pub indent: f64,
    /// Its label.
    pub label: String,
    /// From where to where it lives.
    pub life: (f64, f64),
    /// Its segments.
    pub bars: Vec<Bar>,
    /// How it ends.
    pub outcome: Option<Outcome>,
    /// Where its handle was dropped, if it was.
    pub detached: Option<f64>,
    /// What it prints.
    pub texts: Vec<Text>,
}

/// A row of a lock or a semaphore.
#[derive(Clone, Debug)]
pub struct Rail {
    /// The top of its bars.
    pub top: f64,
    /// What is held; empty in all but the first row of a resource.
    pub label: String,
    /// The stretches in which it is held.
    pub bars: Vec<Held>,
}

/// A stretch in which something is held.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// The hold's place in the trace.
    pub hold: usize,
    /// The line of the listing.
    pub line: u32,
    /// Who holds it; empty where there is no room.
    pub text: String,
    /// Whether others may hold it, too.
    pub is_shared: bool,
    /// The same in words.
    pub title: String,
}

/// A segment.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// What the lane does.
    pub state: State,
    /// The line of the listing, 0 for none.
    pub line: u32,
    /// Whether the line's number fits in.
    pub has_text: bool,
    /// The same in words.
    pub title: String,
}

/// A printed line.
#[derive(Clone, Debug)]
pub struct Text {
    /// The instant.
    pub x: f64,
    /// The left end of the text.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// Its baseline.
    pub base: f64,
    /// The text.
    pub text: String,
}
