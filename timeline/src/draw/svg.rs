//! The drawing as inline SVG. Colors and patterns are classes, for which the page has styles.

mod lane;
pub mod legend;
mod pattern;
mod slot;

use super::layout::{Arrow, BAR, Layout, SMALL, Tick, WIDTH, width};
use crate::html::escape;
use crate::trace::Trace;

/// The whole drawing, with marks above it, and its legend.
pub fn draw(trace: &Trace, layout: &Layout, marks: &str) -> String {
    let id = trace.name.replace('/', "-");
    drawing(trace, layout, &id, marks) + &legend::draw(&layout.signs, &id)
}

/// The whole drawing, with marks above it. A page has several drawings: `id`, which begins the ids of its patterns, tells them apart.
pub fn drawing(trace: &Trace, layout: &Layout, id: &str, marks: &str) -> String {
    let height = layout.height;
    let mut svg = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Drawing, scrolls sideways\">\
         <svg viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" height=\"{height:.0}\" \
         style=\"--left:{:.1}px\" data-left=\"{0:.1}\" data-right=\"{:.1}\" role=\"img\" aria-label=\"{}\">{}",
        layout.scale.left,
        layout.scale.right,
        escape(&summary(trace)),
        pattern::define(id, layout)
    );
    svg.extend(layout.ticks.iter().map(|mark| tick(mark, layout.height)));
    // Arrows pass behind bars, and everything behind the marks, so that no text is crossed.
    svg.extend(layout.arrows.iter().map(shaft));
    svg.extend(layout.lanes.iter().map(|row| lane::draw(row, id)));
    svg.extend(layout.slots.iter().map(slot::draw));
    svg.extend(layout.arrows.iter().map(tip));
    svg.extend(layout.lanes.iter().map(lane::marks));
    // On a narrow screen labels stand above their lanes, where arrows pass.
    svg.extend(layout.lanes.iter().map(lane::label));
    svg.extend(layout.slots.iter().map(slot::label));
    svg + marks + "</svg></div>"
}

/// The mark of a cut of a lane, at this instant in virtual microseconds.
pub fn cross(layout: &Layout, lane: usize, at: u64) -> String {
    let row = layout.lanes.get(lane);
    let cross = row.map(|row| {
        let (x, y) = (layout.scale.x(at), row.middle());
        let shape = format!("M{:.1} {:.1}l16 16m0-16l-16 16", x - 8.0, y - 8.0);
        let title = format!("<title>{} is cut</title>", escape(&row.label));
        // The same again, wider and behind it, keeps it apart from what it crosses.
        format!("<path class=\"cross behind\" d=\"{shape}\"/><path class=\"cross\" d=\"{shape}\">{title}</path>")
    });
    cross.unwrap_or_default()
}

/// A sentence that says what the drawing shows.
fn summary(trace: &Trace) -> String {
    let lanes = trace.lanes.iter().map(|lane| {
        let (from, to) = (lane.from as f64 / 1e6, lane.to as f64 / 1e6);
        format!("{} from {from:.1} to {to:.1} s", lane.label)
    });
    format!("Timeline of {}: {}.", trace.name, lanes.collect::<Vec<_>>().join("; "))
}

/// A mark of the axis, and its line down to `bottom`.
fn tick(tick: &Tick, bottom: f64) -> String {
    let Tick { x, text } = tick;
    // The last one would reach over the edge.
    let is_last = x + width(text, SMALL) / 2.0 > WIDTH;
    let (text_x, anchor) = if is_last { (WIDTH, "end") } else { (*x, "middle") };
    format!(
        "<path class=\"grid\" d=\"M{x:.1} 22V{bottom:.0}\"/>\
         <text class=\"tick\" x=\"{text_x:.1}\" y=\"14\" text-anchor=\"{anchor}\" font-size=\"{SMALL}\">{text}</text>"
    )
}

/// The line of an arrow from the lane that wakes to the bar of the lane that is woken.
fn shaft(arrow: &Arrow) -> String {
    let Arrow { x, from, to } = arrow;
    format!("<path class=\"wake\" d=\"M{x:.1} {from:.1}V{to:.1}\"/>")
}

/// The tip of an arrow.
fn tip(arrow: &Arrow) -> String {
    let Arrow { x, from, to } = arrow;
    let (tip, back) = if to > from {
        (to - BAR / 2.0, -5.0)
    } else {
        (to + BAR / 2.0, 5.0)
    };
    format!("<path class=\"tip\" d=\"M{x:.1} {tip:.1}l-3.5 {back}h7z\"/>")
}
