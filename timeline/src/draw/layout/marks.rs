//! Places the marks of prints below the bars of their lanes, so that none overlaps another.

use super::{MARK, PrintMark, SMALL, Scale, WIDTH, width};
use crate::text::one_line;
use crate::trace::{Print, Trace};

/// The space between a bar and the marks below it, and between two rows of marks.
const GAP: f64 = 2.0;

/// A print, with the lines of the output that it writes: the first and the last, from 1.
type Numbered<'t> = (&'t Print, (usize, usize));

/// The marks of what a lane prints, one for each instant; `bottom` is the lower end of the lane's bar.
pub fn marks(trace: &Trace, lane: usize, scale: &Scale, bottom: f64) -> Vec<PrintMark> {
    let prints: Vec<Numbered<'_>> = numbered(&trace.prints)
        .filter(|(print, _)| print.lane.unwrap_or(0) == lane)
        .collect();
    let mut placed: Vec<PrintMark> = Vec::new();
    for group in prints.chunk_by(|(one, _), (other, _)| one.at == other.at) {
        let mut mark = mark(group, scale);
        let top = |row: u32| bottom + GAP + f64::from(row) * (MARK + GAP);
        let is_free = |row: &u32| {
            let mut others = placed.iter().filter(|other| other.top == top(*row));
            others.all(|other| mark.is_apart_from(other))
        };
        mark.top = top((0..).find(is_free).unwrap_or(0));
        placed.push(mark);
    }
    placed
}

/// The prints, each with the lines that it writes. A print of nothing is left out.
fn numbered(prints: &[Print]) -> impl Iterator<Item = Numbered<'_>> {
    let mut line = 1;
    prints
        .iter()
        .map(move |print| {
            let first = line;
            line += print.text.matches('\n').count();
            (print, (first, line - usize::from(print.text.ends_with('\n'))))
        })
        .filter(|(print, _)| !print.text.is_empty())
}

/// The mark of what is printed in one instant. It has no place below the bar yet.
fn mark(group: &[Numbered<'_>], scale: &Scale) -> PrintMark {
    let at = group[0].0.at;
    let numbers = ranges(group.iter().map(|(_, lines)| *lines));
    let texts: Vec<String> = group.iter().map(|(print, _)| one_line(&print.text)).collect();
    let (x, wide) = (scale.x(at), (width(&numbers, SMALL) + 8.0).max(MARK));
    let left = (x - wide / 2.0).clamp(0.0, WIDTH - wide);
    PrintMark {
        x,
        at,
        left,
        right: left + wide,
        top: 0.0,
        numbers,
        title: texts.join(" / "),
    }
}

/// Lines as numbers and ranges: `3`, `3–5`, `3, 5`.
fn ranges(lines: impl Iterator<Item = (usize, usize)>) -> String {
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (first, last) in lines {
        match joined.last_mut() {
            Some((_, end)) if first <= *end + 1 => *end = last,
            _ => joined.push((first, last)),
        }
    }
    let words = joined.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        _ => format!("{first}–{last}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(at: u64, text: &str) -> Print {
        Print {
            at,
            lane: None,
            line: 1,
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_print_has_the_lines_of_the_output_that_it_writes() {
        let prints = ["a\n", "b", "", "c\n", "d\ne\n\n", "\n"].map(|text| print(0, text));
        let lines: Vec<_> = numbered(&prints).map(|(_, lines)| lines).collect();
        assert_eq!(lines, [(1, 1), (2, 2), (2, 2), (3, 5), (6, 6)]);
        assert_eq!(ranges(lines.into_iter()), "1–6");
        assert_eq!(ranges([(1, 1), (3, 3), (4, 4)].into_iter()), "1, 3–4");
    }
}
