//! The timelines of the book: runs are recorded whole, each timeline can be read, and each fits its width.

use std::sync::OnceLock;

use anstream::adapter::strip_str;
use async_lessons::catalogue::Catalogue;
use async_lessons::run::observe::accepted;
use async_lessons::run::record::record;
use timeline::trace::Lane;
use timeline::{Layout, Trace, in_terminal};

use crate::common::programs;

/// The traces of all listings on the virtual clock, from one run of each.
fn traces() -> &'static [Trace] {
    static TRACES: OnceLock<Vec<Trace>> = OnceLock::new();
    TRACES.get_or_init(run_all)
}

fn run_all() -> Vec<Trace> {
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    programs();
    let virtual_ones = catalogue.listings().filter(|listing| listing.suffix.is_virtual());
    virtual_ones
        .map(|listing| record(&catalogue, listing).expect("the listing runs").0)
        .collect()
}

#[test]
fn traces_are_equal_and_whole() {
    let (first, second) = (traces(), run_all());
    assert_eq!(first, second, "two runs");
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    for trace in first {
        for lane in &trace.lanes {
            is_whole(trace, lane);
        }
        let printed: String = trace.prints.iter().map(|print| print.text.as_str()).collect();
        let listing = catalogue.listing(&trace.name).expect("it has a name");
        let accepted = accepted(&catalogue, listing).stdout;
        let own = accepted.split("deadlock at ").next().unwrap_or_default();
        assert_eq!(printed, own, "{}: what was recorded is what was printed", trace.name);
    }
}

/// Its segments lie in its life, one after the other.
fn is_whole(trace: &Trace, lane: &Lane) {
    let name = format!("{} in {}", lane.label, trace.name);
    let mut at = lane.from;
    for part in &lane.segments {
        assert!(
            at <= part.from && part.from < part.to,
            "{name}: segments overlap, or have no length"
        );
        at = part.to;
    }
    assert!(at <= lane.to && lane.to <= trace.end, "{name}: it outlives itself");
    // A lane that began and never came back to the runtime ran all the time; others were always doing something.
    let covered: u64 = lane.segments.iter().map(|part| part.to - part.from).sum();
    assert!(lane.segments.is_empty() || covered <= lane.to - lane.from, "{name}");
}

#[test]
fn no_text_lies_on_another() {
    let layouts = traces()
        .iter()
        .filter_map(|trace| Some((&trace.name, Layout::of(trace).ok()?)));
    let layouts: Vec<_> = layouts.collect();
    assert!(layouts.len() >= 15, "most listings take time: {}", layouts.len());
    for (name, layout) in layouts {
        assert_eq!(layout.faults(), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_terminals_drawing_fits_its_width() {
    for trace in traces().iter().filter(|trace| Layout::of(trace).is_ok()) {
        for columns in [40, 80, 200] {
            let drawing = in_terminal(trace, columns, true).expect("it can be laid out");
            let plain = strip_str(&drawing).to_string();
            let name = &trace.name;
            assert!(
                plain.lines().count() > trace.lanes.len(),
                "{name}: a line for each lane"
            );
            let is_wide = plain.lines().any(|line| line.chars().count() > columns);
            assert!(!is_wide, "{name}: {columns} columns are too few for\n{plain}");
            let is_plain = plain.replace(['…', '“', '”'], "").is_ascii();
            let has_plain_labels = trace.lanes.iter().all(|lane| lane.label.is_ascii());
            assert!(is_plain || !has_plain_labels, "{name}\n{plain}");
        }
    }
}
