//! Draws a trace: lanes from top to bottom, virtual time from left to right.
//!
//! The [`layout`] says where everything goes; a figure for a page is one view of it.

pub mod layout;
mod rails;
mod svg;
mod table;
mod terminal;
mod words;

pub use terminal::draw as in_terminal;

use crate::trace::Trace;

/// A figure for a page: the drawing, the same as a table, and the trace, from which a script plays it.
///
/// It has no blank line: in Markdown that would end it.
///
/// # Errors
/// There is nothing to draw: no task ran, or no virtual time passed.
pub fn figure(trace: &Trace) -> Result<String, String> {
    let layout = layout::lay_out(trace)?;
    let name = &trace.listing;
    Ok(format!(
        "<figure class=\"timeline\" aria-label=\"Timeline of {name}\">{}{}\
         <script type=\"application/json\" class=\"trace\">{}</script></figure>\n",
        svg::draw(trace, &layout),
        table::rows(trace),
        data(trace)
    ))
}

/// A trace as JSON for a script element, which nothing in it can close.
fn data(trace: &Trace) -> String {
    let json = serde_json::to_string(trace).expect("a trace is plain data");
    // In JSON this character stands in strings only, and there an escape says the same.
    json.replace('<', "\\u003c")
}
