//! Draws a trace: lanes from top to bottom, virtual time from left to right.
//!
//! The [`layout`] says where everything goes; a figure for a page is one view of it.

pub mod layout;
mod svg;
mod table;
mod terminal;
mod words;

pub use terminal::draw as in_terminal;

use crate::trace::Trace;

/// A figure for a page: the drawing, and the same as a table.
///
/// # Errors
/// There is nothing to draw: no task ran, or no virtual time passed.
pub fn figure(trace: &Trace) -> Result<String, String> {
    let layout = layout::lay_out(trace)?;
    let name = &trace.listing;
    Ok(format!(
        "<figure class=\"timeline\" aria-label=\"Timeline of {name}\">{}{}</figure>\n",
        svg::draw(trace, &layout),
        table::rows(trace)
    ))
}
