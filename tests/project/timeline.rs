//! The timelines of the book: each can be drawn, no text lies on another, and recorded waits fill a lane's life.

use std::collections::HashMap;
use std::sync::OnceLock;

use anstream::adapter::strip_str;
use async_lessons::catalogue::Catalogue;
use async_lessons::timeline::layout::{BAR, Key, LABEL, Layout, SIGN, SMALL, WIDTH, are_apart, lay_out, width};
use async_lessons::timeline::{figure, in_terminal};
use async_lessons::trace::{Lane, Print, Segment, State, Trace, trace};
use stage::event::{Kind, Outcome};

use crate::common::programs;

/// The traces of all listings on the virtual clock, from one run of each.
fn traces() -> &'static [Trace] {
    static TRACES: OnceLock<Vec<Trace>> = OnceLock::new();
    TRACES.get_or_init(run_all)
}

fn run_all() -> Vec<Trace> {
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    programs();
    let virtual_ones = catalogue.listings().filter(|listing| listing.kind.is_virtual());
    virtual_ones
        .map(|listing| trace(&catalogue, listing).expect("the listing runs"))
        .collect()
}

fn layouts(traces: &[Trace]) -> HashMap<&str, Layout> {
    traces
        .iter()
        .filter_map(|trace| Some((trace.listing.as_str(), lay_out(trace).ok()?)))
        .collect()
}

#[test]
fn traces_are_equal_and_whole() {
    let (first, second) = (traces(), run_all());
    assert_eq!(first, second, "two runs");
    for trace in first {
        for lane in &trace.lanes {
            let name = format!("{} in {}", lane.label, trace.listing);
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
        let printed: String = trace.prints.iter().map(|print| print.text.as_str()).collect();
        let catalogue = Catalogue::here().expect("the catalogue can be read");
        let listing = catalogue.listing(&trace.listing).expect("it has a name");
        let accepted = async_lessons::observe::accepted(&catalogue, listing).stdout;
        let own = accepted.split("deadlock at ").next().unwrap_or_default();
        assert_eq!(printed, own, "{}: what was recorded is what was printed", trace.listing);
    }
}

#[test]
fn no_text_lies_on_another() {
    let layouts = layouts(traces());
    assert!(layouts.len() >= 15, "most listings take time: {}", layouts.len());
    for (name, layout) in layouts {
        is_legible(name, &layout);
    }
}

/// Far more than any listing has: 40 lanes that begin and end at different times, and print 200 lines.
#[test]
fn long_traces_stay_legible() {
    let lane = |index: u64| Lane {
        kind: Kind::Task,
        label: format!("download(site.clone(), …) #{}", index + 1),
        parent: None,
        line: 12,
        from: index * 50_000,
        to: 4_000_000 + index * 20_000,
        outcome: Some(Outcome::Done),
        detached: None,
        segments: (0..5)
            .map(|part| {
                let at = |part: u64| index * 50_000 + part * (4_000_000 - index * 30_000) / 5;
                let state = if part % 2 == 0 { State::Timer } else { State::Lock };
                Segment {
                    from: at(part),
                    to: at(part + 1),
                    state,
                    what: "Sleep".into(),
                    line: 7,
                    resource: None,
                }
            })
            .collect(),
    };
    let lanes: Vec<Lane> = (0..40).map(lane).collect();
    let print = |index: usize| {
        let lane = &lanes[index % 40];
        let at = lane.segments[index / 40].to;
        Print {
            at,
            lane: Some(index % 40),
            line: 9,
            text: format!("page {index} is there\n"),
        }
    };
    let prints = (0..200).map(print).collect();
    let end = lanes.iter().map(|lane| lane.to).max().unwrap_or_default();
    let trace = Trace {
        version: 1,
        listing: "kitchen/many".into(),
        end,
        lanes,
        prints,
        wakes: Vec::new(),
        resources: Vec::new(),
        holds: Vec::new(),
    };
    is_legible("40 lanes", &lay_out(&trace).expect("there is much to draw"));
    figure(&trace).expect("it can be drawn");
}

/// No text lies on another, on a bar, or beyond the edge.
fn is_legible(name: &str, layout: &Layout) {
    let mut lowest = 0.0;
    for row in &layout.rows {
        assert!(row.top >= lowest, "{name}: {} lies on what is above it", row.label);
        assert!(
            row.indent + width(&row.label, LABEL) < layout.plot.0,
            "{name}: {} reaches into the plot",
            row.label
        );
        for (index, text) in row.texts.iter().enumerate() {
            assert!(
                text.left >= 0.0 && text.right <= WIDTH,
                "{name}: “{}” reaches over the edge",
                text.text
            );
            assert!(text.base > row.top + BAR, "{name}: “{}” lies on its bar", text.text);
            let others = row.texts[index + 1..].iter().filter(|other| other.base == text.base);
            for other in others {
                assert!(
                    are_apart(text, other),
                    "{name}: “{}” lies on “{}”",
                    text.text,
                    other.text
                );
            }
        }
        lowest = row.texts.iter().map(|text| text.base).fold(row.top + BAR, f64::max);
    }
    for pair in layout.ticks.windows(2) {
        let widths = (width(&pair[0].1, LABEL) + width(&pair[1].1, LABEL)) / 2.0;
        assert!(pair[1].0 - pair[0].0 > widths, "{name}: the axis is too dense");
    }
    for (index, key) in layout.keys.iter().enumerate() {
        let right = |key: &Key| key.left + SIGN + width(key.words, SMALL);
        assert!(right(key) <= WIDTH, "{name}: “{}” reaches over the edge", key.words);
        let next = layout.keys.get(index + 1).filter(|next| next.top == key.top);
        assert!(
            next.is_none_or(|next| right(key) < next.left),
            "{name}: “{}” reaches into the next",
            key.words
        );
    }
    assert!(
        layout.legend > lowest && layout.height > layout.legend,
        "{name}: the legend lies on a lane"
    );
}

#[test]
fn a_terminals_drawing_fits_its_width() {
    for trace in traces().iter().filter(|trace| lay_out(trace).is_ok()) {
        for columns in [40, 80, 200] {
            let drawing = in_terminal(trace, columns, true).expect("it can be laid out");
            let plain = strip_str(&drawing).to_string();
            assert!(
                plain.lines().count() > trace.lanes.len(),
                "{}: a line for each lane",
                trace.listing
            );
            for line in plain.lines() {
                assert!(
                    line.chars().count() <= columns,
                    "{}: {columns} columns are too few for\n{plain}",
                    trace.listing
                );
            }
            let is_plain = plain.replace(['…', '“', '”'], "").is_ascii();
            assert!(
                is_plain || trace.lanes.iter().any(|lane| !lane.label.is_ascii()),
                "{}\n{plain}",
                trace.listing
            );
        }
    }
}

#[test]
fn a_figure_carries_its_trace() {
    programs();
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    let listing = catalogue.listing("join/mixed").expect("it exists");
    let mut trace = trace(&catalogue, listing).expect("the listing runs");
    trace.prints[0].text = "</script>\n\n<!-- & \"\n".to_owned();
    let figure = figure(&trace).expect("it takes time");
    assert!(!figure.contains("\n\n"), "a blank line ends a figure in Markdown");
    let begin = "<script type=\"application/json\" class=\"trace\">";
    let (_, rest) = figure.split_once(begin).expect("it holds a script");
    let (json, rest) = rest.split_once('<').expect("the script ends");
    assert_eq!(rest, "/script></figure>\n", "nothing closes the script before its end");
    let read: Trace = serde_json::from_str(json).expect("it is JSON");
    assert_eq!(read, trace);
}
