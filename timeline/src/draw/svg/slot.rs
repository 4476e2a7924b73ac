//! The row of a lock or a permit: what it is, and who holds it.

use crate::draw::layout::{BAR, HoldBar, LABEL, SMALL, SlotRow};
use crate::html::escape;

/// The row.
pub fn draw(row: &SlotRow) -> String {
    row.bars.iter().map(|hold| bar(hold, row.top)).collect()
}

/// The label, if it is the first row of its resource.
pub fn label(row: &SlotRow) -> String {
    if row.label.is_empty() {
        return String::new();
    }
    format!(
        "<text class=\"lane\" x=\"0\" y=\"{:.1}\" font-size=\"{LABEL}\">{}</text>",
        row.top + BAR / 2.0 + LABEL * 0.35,
        escape(&row.label)
    )
}

/// The bar of a hold.
fn bar(bar: &HoldBar, top: f64) -> String {
    let shared = if bar.is_shared { " shared" } else { "" };
    let mut svg = format!(
        "<g class=\"bar held{shared}\" data-line=\"{}\" data-hold=\"{}\"><title>{}</title>\
         <rect x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{BAR}\"/>",
        bar.line,
        bar.hold,
        escape(&bar.title),
        bar.left,
        (bar.right - bar.left - 1.5).max(1.0)
    );
    if !bar.text.is_empty() {
        svg += &format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"{SMALL}\">{}</text>",
            (bar.left + bar.right) / 2.0,
            top + BAR / 2.0 + SMALL * 0.35,
            escape(&bar.text)
        );
    }
    svg + "</g>"
}
