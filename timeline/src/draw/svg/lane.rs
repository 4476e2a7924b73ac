//! The row of a lane: its label, its life, its segments, its end, and the marks of what it prints.

use super::pattern;
use crate::draw::layout::{BAR, LABEL, LaneRow, MARK, SMALL, SegmentBar};
use crate::draw::words::{IS_DETACHED, outcome};
use crate::html::escape;
use crate::trace::{Outcome, State};

/// The row; `id` begins the ids of the drawing's patterns.
pub fn draw(row: &LaneRow, id: &str) -> String {
    let center = row.middle();
    let (left, right) = row.life;
    let mut svg = format!("<path class=\"life\" d=\"M{left:.1} {center:.1}H{right:.1}\"/>");
    svg.extend(row.bars.iter().map(|part| bar(part, row, id)));
    svg.extend(row.detached.map(|x| {
        format!(
            "<circle class=\"detached\" cx=\"{x:.1}\" cy=\"{center:.1}\" r=\"5\"><title>{} {IS_DETACHED}</title></circle>",
            escape(&row.label)
        )
    }));
    svg + &end(row)
}

/// The label.
pub fn label(row: &LaneRow) -> String {
    format!(
        "<text class=\"lane\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{LABEL}\">{}</text>",
        row.indent,
        row.middle() + LABEL * 0.35,
        escape(&row.label)
    )
}

/// The bar of a segment.
fn bar(bar: &SegmentBar, row: &LaneRow, id: &str) -> String {
    let (line, left, center) = (bar.line, bar.left, row.middle());
    // A gap, so that two waits of one kind are seen as two.
    let wide = (bar.right - left - 1.5).max(1.0);
    // Waiting for branches is thin: what they wait for stands below.
    let (y, tall) = if bar.state == State::Branches {
        (center - 2.0, 4.0)
    } else {
        (row.top, BAR)
    };
    let rect = format!("<rect x=\"{left:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{tall}\"");
    let mut svg = format!(
        "<g class=\"bar {}\" data-line=\"{line}\"><title>{}</title>{rect}/>",
        pattern::class(bar.state),
        escape(&bar.title)
    );
    svg.extend(pattern::fill(id, bar.state).map(|fill| format!("{rect} {fill}/>")));
    if !bar.text.is_empty() {
        svg += &format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"{SMALL}\">{}</text>",
            (left + bar.right) / 2.0,
            center + SMALL * 0.35,
            bar.text
        );
    }
    svg + "</g>"
}

/// The mark at a lane's end: a bar for done, a cross for dropped, a star for a panic, an arrow for going on for ever.
fn end(row: &LaneRow) -> String {
    let (x, y) = (row.life.1, row.middle());
    let shape = match row.outcome {
        Some(Outcome::Done) => format!("M{x:.1} {:.1}v20", y - 10.0),
        Some(Outcome::Cancelled) => format!("M{:.1} {:.1}l12 12m0-12l-12 12", x - 6.0, y - 6.0),
        Some(Outcome::Released) => format!("M{x:.1} {:.1}v4m0 4v4m0 4v4", y - 10.0),
        Some(Outcome::Panicked) => format!("M{:.1} {y:.1}h16m-8-8v16m-6-14l12 12m0-12l-12 12", x - 8.0),
        None => format!("M{x:.1} {:.1}l6 6l-6 6m6-12l6 6l-6 6", y - 6.0),
    };
    format!(
        "<path class=\"end\" d=\"{shape}\"><title>{} {}</title></path>",
        escape(&row.label),
        outcome(row.outcome)
    )
}

/// The marks of what a lane prints, each with a line to its instant.
pub fn marks(row: &LaneRow) -> String {
    let center = row.middle();
    let marks = row.marks.iter().map(|mark| {
        let (x, top) = (mark.x, mark.top);
        format!(
            "<g class=\"print\" data-at=\"{}\"><title>{}</title><path class=\"stem\" d=\"M{x:.1} {center:.1}V{top:.1}\"/>\
             <circle class=\"dot\" cx=\"{x:.1}\" cy=\"{center:.1}\" r=\"2.5\"/>\
             <rect x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{MARK}\" rx=\"7.5\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"{SMALL}\">{}</text></g>",
            mark.at,
            escape(&mark.title),
            mark.left,
            mark.right - mark.left,
            (mark.left + mark.right) / 2.0,
            top + MARK / 2.0 + SMALL * 0.35,
            mark.numbers
        )
    });
    marks.collect()
}
