//! A listing that repeats much of an earlier one of its chapter is shown as a change.

use std::ops::Range;

use similar::{DiffTag, TextDiff};

use crate::catalogue::{Catalogue, Listing};
use crate::problem::Result;

/// The least share of a listing's lines that an earlier one must have, so that the listing is shown as a change.
const REPEATS: f64 = 0.6;

/// How a listing differs from an earlier one of its chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'c> {
    /// The earlier listing: of those that have the most lines in common with this one, the latest.
    pub earlier: &'c Listing,
    /// The first and the last line of each part that is new or different, counted from 1. Where lines were only removed, the line that
    /// follows.
    pub lines: Vec<(usize, usize)>,
}

/// The listings before this one in its chapter.
pub fn earlier<'c>(catalogue: &'c Catalogue, listing: &Listing) -> impl Iterator<Item = &'c Listing> + use<'c> {
    let chapter = catalogue.chapters().find(|chapter| chapter.listings.contains(listing));
    let listings = chapter.map_or(&[][..], |chapter| &chapter.listings);
    let count = listings.iter().position(|other| other == listing).unwrap_or(0);
    listings[..count].iter()
}

/// The change that this source is, if it repeats enough of an earlier listing. `source` reads a listing's source; `None` if it has none.
///
/// # Errors
/// Fails if a source cannot be read.
pub fn change<'c>(
    text: &str,
    earlier: impl Iterator<Item = &'c Listing>,
    source: impl Fn(&Listing) -> Result<Option<String>>,
) -> Result<Option<Change<'c>>> {
    let mut best: Option<(f64, Change<'c>)> = None;
    for listing in earlier {
        let Some(before) = source(listing)? else { continue };
        let (share, lines) = compare(&before, text);
        if share >= best.as_ref().map_or(REPEATS, |(share, _)| *share) {
            let earlier = listing;
            best = Some((share, Change { earlier, lines }));
        }
    }
    Ok(best.map(|(_, change)| change))
}

/// The share of the lines of `after`, without blank ones, that `before` has in the same order, and the lines that it has not.
fn compare(before: &str, after: &str) -> (f64, Vec<(usize, usize)>) {
    let lines: Vec<&str> = after.lines().collect();
    let filled = |range: Range<usize>| lines[range].iter().filter(|line| !line.trim().is_empty()).count();
    let mut same = 0;
    let mut changed = Vec::new();
    for operation in TextDiff::from_lines(before, after).ops() {
        let new = operation.new_range();
        match operation.tag() {
            DiffTag::Equal => same += filled(new),
            DiffTag::Delete => changed.extend((new.start < lines.len()).then_some((new.start + 1, new.start + 1))),
            DiffTag::Insert | DiffTag::Replace => changed.push((new.start + 1, new.end)),
        }
    }
    (same as f64 / filled(0..lines.len()).max(1) as f64, changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_lines_changed_lines_and_gaps_are_found() {
        let before = "a\nb\nc\nd\ne\n";
        let (share, lines) = compare(before, "a\nB\nc\nd\nx\n\n");
        assert_eq!((share, lines), (0.6, vec![(2, 2), (5, 6)]));
        assert_eq!(compare(before, "a\nc\nd\ne\n"), (1.0, vec![(2, 2)]));
        assert_eq!(compare(before, before), (1.0, vec![]));
    }

    #[test]
    fn the_listing_with_the_most_common_lines_is_the_earlier_one() {
        let listings: Vec<Listing> = ["far", "near", "last"]
            .iter()
            .filter_map(|name| Listing::from_path(&format!("tasks/join/{name}.rs")))
            .collect();
        let source = |listing: &Listing| {
            Ok(match listing.name().as_str() {
                "join/far" => Some("1\n2\n3\n".to_owned()),
                "join/near" => Some("1\n2\n3\n4\n".to_owned()),
                _ => None,
            })
        };
        let found = change("1\n2\n3\n4\n5\n", listings.iter(), source).expect("sources can be read");
        let found = found.expect("it repeats another");
        assert_eq!(
            (found.earlier.name().as_str(), found.lines),
            ("join/near", vec![(5, 5)])
        );
        let other = change("1\n7\n8\n", listings.iter(), source).expect("sources can be read");
        assert_eq!(other, None);
    }
}
