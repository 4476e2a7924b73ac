//! Draws a trace: lanes from top to bottom, virtual time from left to right.
//!
//! A figure for a page is made in two steps: a [`Layout`] says where everything goes, and the SVG is one view of it.

mod account;
mod annotated;
mod axis;
mod layout;
mod legend;
mod nothing;
mod slots;
mod svg;
mod table;
mod terminal;
mod words;

pub use account::write as in_words;
pub use layout::Layout;
pub use nothing::NothingToDraw;
pub use terminal::draw as in_terminal;
pub use words::seconds;

use crate::trace::Trace;

/// A figure for a page, as HTML: the drawing, the same as a table, and the trace, from which a script plays it.
///
/// It has no blank line, which would end it in Markdown.
///
/// # Errors
/// There is nothing to draw.
pub fn figure(trace: &Trace) -> Result<String, NothingToDraw> {
    let layout = Layout::of(trace)?;
    let name = &trace.name;
    Ok(format!(
        "<figure class=\"timeline\" aria-label=\"Timeline of {name}\">{}{}\
         <script type=\"application/json\" class=\"trace\">{}</script></figure>\n",
        svg::draw(trace, &layout, ""),
        table::draw(trace),
        in_script(trace)
    ))
}

/// A drawing with numbered notes that explain its signs, as HTML without a player.
///
/// # Errors
/// There is nothing to draw.
pub fn legend(trace: &Trace) -> Result<String, NothingToDraw> {
    Ok(annotated::draw(trace, &Layout::of(trace)?))
}

/// Only the drawing of a figure, as HTML, which no script plays. `cut` is the number of a lane that was cut, and when, in virtual
/// microseconds: a cross marks it.
///
/// # Errors
/// There is nothing to draw.
pub fn drawing(trace: &Trace, cut: Option<(usize, u64)>) -> Result<String, NothingToDraw> {
    let layout = Layout::of(trace)?;
    let cross = cut.map_or_else(String::new, |(lane, at)| svg::cross(&layout, lane, at));
    let drawing = svg::draw(trace, &layout, &cross);
    Ok(format!("<div class=\"timeline\">{drawing}</div>\n"))
}

/// A trace as JSON in which nothing closes the script element around it.
fn in_script(trace: &Trace) -> String {
    let json = serde_json::to_string(trace).expect("a trace is plain data");
    // In JSON this character stands only in strings, where its escape means the same.
    json.replace('<', "\\u003c")
}
