//! An entry of the legend: a sign, and what it means.

use super::pattern;
use crate::draw::layout::{LegendEntry, SIGN_WIDTH, SMALL};
use crate::draw::legend::Sign;
use crate::trace::State;

/// The entry; `id` begins the ids of the drawing's patterns.
pub fn draw(entry: &LegendEntry, id: &str) -> String {
    let (class, sign) = match entry.sign {
        Sign::State(state) => (format!("bar {}", pattern::class(state)), bar(entry, state, id)),
        Sign::Held => ("bar held".to_owned(), rect(entry.left, entry.top, 12.0) + "/>"),
        Sign::Detached => ("mark".to_owned(), ring(entry)),
    };
    format!(
        "<g class=\"{class}\">{sign}<text class=\"key\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{SMALL}\">{}</text></g>",
        entry.left + SIGN_WIDTH,
        entry.top + 10.0,
        entry.sign.words()
    )
}

/// A small bar of this state.
fn bar(entry: &LegendEntry, state: State, id: &str) -> String {
    let rect = match state {
        State::Branches => rect(entry.left, entry.top + 4.0, 4.0),
        _ => rect(entry.left, entry.top, 12.0),
    };
    match pattern::fill(id, state) {
        Some(fill) => format!("{rect}/>{rect} {fill}/>"),
        None => rect + "/>",
    }
}

/// A rectangle whose tag is still open.
fn rect(left: f64, top: f64, tall: f64) -> String {
    format!("<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"22\" height=\"{tall}\"")
}

fn ring(entry: &LegendEntry) -> String {
    let (x, y) = (entry.left + 11.0, entry.top + 6.0);
    format!("<circle class=\"detached\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/>")
}
