//! Places everything, from top to bottom.

use super::marks::marks;
use super::{Arrow, BAR, HoldBar, LABEL, LaneRow, Layout, SMALL, Scale, SegmentBar, SlotRow, Tick, WIDTH, width};
use crate::draw::axis;
use crate::draw::legend::signs;
use crate::draw::nothing::{NothingToDraw, check};
use crate::draw::slots::{Slot, slots};
use crate::draw::words::{hold, label_sizes, seconds, segment};
use crate::trace::{Hold, Lane, Segment, Trace};

/// The top of the first lane, below the axis.
const FIRST: f64 = 34.0;
/// How far a branch's label is indented.
const INDENT: f64 = 14.0;
/// The space to the right of the trace's end.
const MARGIN: f64 = 14.0;
/// The space between two rows. On a narrow screen labels stand in it.
const GAP: f64 = 14.0;
/// The most marks on the axis after the first.
const TICKS: u64 = 5;

impl Layout {
    /// Places everything that a drawing of this trace shows.
    ///
    /// # Errors
    /// There is nothing to draw.
    pub fn of(trace: &Trace) -> Result<Self, NothingToDraw> {
        check(trace)?;
        let slots = slots(trace);
        let scale = scale(trace, &slots);
        let (lanes, top) = lane_rows(trace, &scale);
        let (slot_rows, height) = slot_rows(trace, &slots, &scale, top);
        Ok(Self {
            height,
            scale,
            ticks: ticks(&scale),
            arrows: arrows(trace, &lanes, &scale),
            lanes,
            slots: slot_rows,
            signs: signs(trace, &slots),
        })
    }
}

/// Time begins to the right of the widest label.
fn scale(trace: &Trace, slots: &[Slot<'_>]) -> Scale {
    let lanes = trace.lanes.iter().enumerate();
    let widest = lanes
        .map(|(number, lane)| indent(trace, number) + width(&lane.label, LABEL))
        .chain(
            slots
                .iter()
                .map(|slot| width(&trace.resources[slot.resource].label, LABEL)),
        )
        .fold(0.0_f64, f64::max);
    Scale {
        left: widest + 16.0,
        right: WIDTH - MARGIN,
        end: trace.end,
    }
}

fn indent(trace: &Trace, lane: usize) -> f64 {
    trace.depth(lane) as f64 * INDENT
}

fn ticks(scale: &Scale) -> Vec<Tick> {
    axis::instants(scale.end, TICKS)
        .map(|at| Tick {
            x: scale.x(at),
            text: seconds(at),
        })
        .collect()
}

/// The rows of all lanes, and the top of what comes below them.
fn lane_rows(trace: &Trace, scale: &Scale) -> (Vec<LaneRow>, f64) {
    let mut top = FIRST;
    let mut rows = Vec::new();
    for (number, lane) in trace.lanes.iter().enumerate() {
        let row = LaneRow {
            top,
            indent: indent(trace, number),
            label: lane.label.clone(),
            life: (scale.x(lane.from), scale.x(lane.to)),
            bars: lane
                .segments
                .iter()
                .map(|part| segment_bar(trace, lane, part, scale))
                .collect(),
            outcome: lane.outcome,
            detached: lane.detached.map(|at| scale.x(at)),
            marks: marks(trace, number, scale, top + BAR),
        };
        top = row.bottom() + GAP;
        rows.push(row);
    }
    (rows, top)
}

fn segment_bar(trace: &Trace, lane: &Lane, part: &Segment, scale: &Scale) -> SegmentBar {
    let (left, right) = (scale.x(part.from), scale.x(part.to));
    let what = segment(trace, part);
    let sizes = [format!("line {}", part.line), part.line.to_string()];
    SegmentBar {
        left,
        right,
        state: part.state,
        line: part.line,
        text: sizes
            .into_iter()
            .find(|text| part.line > 0 && right - left > width(text, SMALL) + 6.0)
            .unwrap_or_default(),
        title: format!("{} {what}, {} to {}", lane.label, seconds(part.from), seconds(part.to)),
    }
}

/// The rows of all slots, and the top of what comes below them. The rows of one resource stand closer together.
fn slot_rows(trace: &Trace, slots: &[Slot<'_>], scale: &Scale, mut top: f64) -> (Vec<SlotRow>, f64) {
    let mut rows = Vec::new();
    for slot in slots {
        top += if slot.is_first && !rows.is_empty() {
            GAP - 3.0
        } else {
            0.0
        };
        let label = &trace.resources[slot.resource].label;
        let holds = slot.holds.iter();
        rows.push(SlotRow {
            top,
            label: if slot.is_first { label.clone() } else { String::new() },
            bars: holds
                .map(|(index, part)| hold_bar(trace, *index, part, scale))
                .collect(),
        });
        top += BAR + 3.0;
    }
    top += if slots.is_empty() { 0.0 } else { 8.0 };
    (rows, top)
}

fn hold_bar(trace: &Trace, index: usize, part: &Hold, scale: &Scale) -> HoldBar {
    let (left, right) = (scale.x(part.from), scale.x(part.to));
    let mut sizes = label_sizes(trace.holder(part));
    HoldBar {
        left,
        right,
        hold: index,
        line: part.line,
        text: sizes
            .find(|text| right - left > width(text, SMALL) + 8.0)
            .unwrap_or_default()
            .to_owned(),
        is_shared: part.is_shared,
        title: format!("{}, {} to {}", hold(trace, part), seconds(part.from), seconds(part.to)),
    }
}

fn arrows(trace: &Trace, lanes: &[LaneRow], scale: &Scale) -> Vec<Arrow> {
    let wakes = trace.wakes.iter();
    wakes
        .map(|wake| Arrow {
            x: scale.x(wake.at),
            from: lanes[wake.by].middle(),
            to: lanes[wake.lane].middle(),
        })
        .collect()
}
