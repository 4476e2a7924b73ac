//! Drawings of traces made by hand: each can be read, fits its width, and carries its trace.

use anstream::adapter::strip_str;
use stage::event::{Event, Happening, LaneId};
use timeline::trace::{Lane, LaneKind, Outcome, Print, Segment, State, VERSION};
use timeline::{Layout, NothingToDraw, Trace, figure, in_terminal};

/// 40 lanes that begin and end at different times, and print 200 lines.
fn long() -> Trace {
    let lanes: Vec<Lane> = (0..40).map(download).collect();
    let print = |index: usize| Print {
        at: lanes[index % 40].segments[index / 40].to,
        lane: Some(index % 40),
        line: 9,
        text: format!("page {index} is there\n"),
    };
    Trace {
        version: VERSION,
        name: "kitchen/many".into(),
        end: lanes.iter().map(|lane| lane.to).max().unwrap_or_default(),
        last: 0,
        prints: (0..200).map(print).collect(),
        lanes,
        wakes: Vec::new(),
        resources: Vec::new(),
        holds: Vec::new(),
        cut: None,
    }
}

fn download(index: u64) -> Lane {
    let at = |part: u64| index * 50_000 + part * (4_000_000 - index * 30_000) / 5;
    let segment = |part: u64| Segment {
        from: at(part),
        to: at(part + 1),
        state: if part.is_multiple_of(2) {
            State::Timer
        } else {
            State::Lock
        },
        what: "Sleep".into(),
        line: 7,
        resource: None,
    };
    Lane {
        kind: LaneKind::Task,
        label: format!("download(site.clone(), …) #{}", index + 1),
        parent: None,
        line: 12,
        from: index * 50_000,
        to: 4_000_000 + index * 20_000,
        outcome: Some(Outcome::Done),
        detached: None,
        segments: (0..5).map(segment).collect(),
        recorded: Vec::new(),
    }
}

#[test]
fn a_long_trace_stays_legible() {
    let layout = Layout::of(&long()).expect("there is much to draw");
    assert_eq!(layout.faults(), Vec::<String>::new());
}

#[test]
fn a_terminals_drawing_of_a_long_trace_fits_its_width() {
    for columns in [40, 80, 200] {
        let drawing = in_terminal(&long(), columns, false).expect("there is much to draw");
        let plain = strip_str(&drawing).to_string();
        assert!(plain.lines().count() > 40, "a line for each lane:\n{plain}");
        let is_wide = plain.lines().any(|line| line.chars().count() > columns);
        assert!(!is_wide, "{columns} columns are too few for\n{plain}");
    }
}

#[test]
fn a_figure_carries_its_trace() {
    let mut trace = long();
    trace.prints[0].text = "</script>\n\n<!-- & \"\n".to_owned();
    let figure = figure(&trace).expect("there is much to draw");
    assert!(!figure.contains("\n\n"), "a blank line ends a figure in Markdown");
    let begin = "<script type=\"application/json\" class=\"trace\">";
    let (_, rest) = figure.split_once(begin).expect("it holds a script");
    let (json, rest) = rest.split_once('<').expect("the script ends");
    assert_eq!(rest, "/script></figure>\n", "nothing closes the script before its end");
    let read: Trace = serde_json::from_str(json).expect("it is JSON");
    assert_eq!(read, trace);
}

#[test]
fn a_trace_without_lanes_or_time_is_not_drawn() {
    let without_lanes = Trace::from_events("empty", "", &[]);
    let error = Layout::of(&without_lanes).expect_err("it has no lane");
    assert_eq!(error, NothingToDraw::NoTask("empty".to_owned()));
    let without_time = Trace { end: 0, ..long() };
    let error = in_terminal(&without_time, 80, false).expect_err("it takes no time");
    assert_eq!(error.to_string(), "kitchen/many has no timeline: it takes no time");
}

/// `shutdown_timeout` gives up on a closure that sleeps for 10 s, and the program ends after 1 s.
#[test]
fn a_closure_that_outlives_the_program_ends_with_the_trace() {
    let event = |at, lane, what| Event {
        at,
        lane: Some(LaneId(lane)),
        what,
    };
    let opened = |kind, parent, line| Happening::Opened {
        kind,
        parent,
        line,
        column: 1,
        label: String::new(),
    };
    let source = "block_on(app())\nspawn_blocking(report)\nsleep(10)\n";
    let events = [
        event(0, 0, opened(LaneKind::Main, None, 1)),
        event(0, 0, Happening::Polled),
        event(0, 1, opened(LaneKind::Blocking, Some(LaneId(0)), 2)),
        event(0, 1, Happening::Polled),
        event(
            0,
            1,
            Happening::Blocked {
                line: 3,
                until: 10_000_000,
            },
        ),
        event(1_000_000, 0, Happening::Ended(Outcome::Done)),
    ];
    let trace = Trace::from_events("report", source, &events);
    let closure = &trace.lanes[1];
    assert_eq!((closure.label.as_str(), closure.outcome), ("report", None));
    assert_eq!(
        (trace.end, closure.to, closure.segments[0].to),
        (1_125_000, 1_125_000, 1_125_000)
    );
    assert_eq!(
        Layout::of(&trace).expect("it takes time").faults(),
        Vec::<String>::new()
    );
    let drawing = in_terminal(&trace, 60, true).expect("it takes time");
    assert!(strip_str(&drawing).to_string().contains("report @"), "{drawing}");
}
