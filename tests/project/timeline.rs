//! The timelines of the book: traces are consistent, no texts overlap, and drawings fit their width.

use std::sync::OnceLock;

use anstream::adapter::strip_str;
use async_lessons::catalogue::Catalogue;
use async_lessons::run::output::snapshots;
use async_lessons::run::record::record;
use timeline::trace::Lane;
use timeline::{Layout, Trace, in_terminal};

use crate::common::{good, programs};

/// The traces of all listings on the virtual clock, from one run of each listing.
fn traces() -> &'static [Trace] {
    static TRACES: OnceLock<Vec<Trace>> = OnceLock::new();
    TRACES.get_or_init(record_all)
}

/// Runs all listings on the virtual clock.
fn record_all() -> Vec<Trace> {
    let catalogue = good(Catalogue::here());
    programs();
    let listings = catalogue.listings().filter(|listing| listing.suffix.is_virtual());
    listings
        .map(|listing| good(record(&catalogue, listing, None)).0)
        .collect()
}

#[test]
fn traces_are_equal_and_consistent() {
    let (first, second) = (traces(), record_all());
    assert_eq!(first, second, "two runs");
    let catalogue = good(Catalogue::here());
    for trace in first {
        for lane in &trace.lanes {
            check_segments(trace, lane);
        }
        let printed: String = trace.prints.iter().map(|print| print.text.as_str()).collect();
        let listing = catalogue.listing(&trace.name).expect("a listing has this name");
        let stdout = snapshots(&catalogue, listing).stdout;
        let own = stdout.split("deadlock at ").next().unwrap_or_default();
        assert_eq!(
            printed, own,
            "{}: the trace holds other prints than the snapshot",
            trace.name
        );
    }
}

/// The segments of a lane are within the lane's life and do not overlap.
fn check_segments(trace: &Trace, lane: &Lane) {
    let name = format!("{} in {}", lane.label, trace.name);
    let mut at = lane.from;
    for part in &lane.segments {
        assert!(
            at <= part.from && part.from < part.to,
            "{name}: segments overlap, or have no length"
        );
        at = part.to;
    }
    assert!(
        at <= lane.to && lane.to <= trace.end,
        "{name}: a segment ends after the lane, or the lane after the trace"
    );
    // A lane without segments never returned to the runtime.
    let covered: u64 = lane.segments.iter().map(|part| part.to - part.from).sum();
    assert!(lane.segments.is_empty() || covered <= lane.to - lane.from, "{name}");
}

#[test]
fn no_texts_overlap() {
    let layouts = traces()
        .iter()
        .filter_map(|trace| Some((&trace.name, Layout::of(trace).ok()?)));
    let layouts: Vec<_> = layouts.collect();
    assert!(
        layouts.len() >= 15,
        "expected at least 15 timelines, found {}",
        layouts.len()
    );
    for (name, layout) in layouts {
        assert_eq!(layout.faults(), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn drawings_fit_the_terminals_width() {
    for trace in traces().iter().filter(|trace| Layout::of(trace).is_ok()) {
        for columns in [40, 80, 200] {
            let drawing = in_terminal(trace, columns, true).expect("the trace has a timeline");
            let plain = strip_str(&drawing).to_string();
            let name = &trace.name;
            assert!(
                plain.lines().count() > trace.lanes.len(),
                "{name}: expected a line for each lane"
            );
            let is_wide = plain.lines().any(|line| line.chars().count() > columns);
            assert!(!is_wide, "{name}: {columns} columns are too few for\n{plain}");
            let is_plain = plain.replace(['…', '“', '”'], "").is_ascii();
            let has_plain_labels = trace.lanes.iter().all(|lane| lane.label.is_ascii());
            assert!(is_plain || !has_plain_labels, "{name}\n{plain}");
        }
    }
}
