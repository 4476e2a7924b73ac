//! Places what a lane prints below its bar, so that no text overlaps another.

use std::cmp::Reverse;

use super::{PrintedText, ROW, SMALL, Scale, WIDTH, width};
use crate::text::{cut, one_line};
use crate::trace::Print;

/// The longest printed text, in characters; a longer one is cut.
const LONGEST: usize = 40;

/// The texts that one lane prints; `bottom` is the lower end of its bar.
///
/// They are placed from right to left: a text that begins further left then stands lower, and the line that leads to it crosses few
/// others.
pub fn printed<'t>(prints: impl Iterator<Item = &'t Print>, scale: &Scale, bottom: f64) -> Vec<PrintedText> {
    let mut prints: Vec<(u64, String)> = prints
        .map(|print| (print.at, cut(one_line(&print.text), LONGEST)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    // The sort is stable: of what is printed in one instant, the first stays first.
    prints.sort_by_key(|(at, _)| Reverse(*at));
    let mut placed: Vec<PrintedText> = Vec::new();
    let mut latest = None;
    for (at, text) in prints {
        let mut text = beside(scale.x(at), text, scale);
        // Of what is printed in one instant, the first stands on top.
        let first = latest
            .filter(|(instant, _)| *instant == at)
            .map_or(0, |(_, row)| row + 1);
        let base = |row: usize| bottom + ROW * (row as f64 + 1.0) - 3.0;
        let is_free = |row: &usize| {
            let mut others = placed.iter().filter(|other| other.base == base(*row));
            others.all(|other| text.is_apart_from(other))
        };
        let row = (first..).find(is_free).unwrap_or(first);
        text.base = base(row);
        latest = Some((at, row));
        placed.push(text);
    }
    placed
}

/// A text to the right of its instant, or to the left where it would reach over the edge. It has no baseline yet.
fn beside(x: f64, text: String, scale: &Scale) -> PrintedText {
    let wide = width(&text, SMALL);
    let left = if x + 5.0 + wide <= WIDTH {
        x + 5.0
    } else {
        (x - 5.0 - wide).max(scale.left.min(WIDTH - wide)).max(0.0)
    };
    PrintedText {
        x,
        left,
        right: left + wide,
        base: 0.0,
        text,
    }
}
