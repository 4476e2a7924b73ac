//! The legend below a drawing: each sign that occurs, and what it means.

use super::pattern;
use crate::draw::legend::Sign;
use crate::trace::State;

/// The legend as a list; `id` begins the ids of the drawing's patterns.
pub fn draw(signs: &[Sign], id: &str) -> String {
    let entries: String = signs.iter().map(|sign| entry(*sign, id)).collect();
    format!("<ul class=\"legend\">{entries}</ul>")
}

fn entry(sign: Sign, id: &str) -> String {
    let (class, drawn) = match sign {
        Sign::State(State::Branches) => (
            format!("bar {}", pattern::class(State::Branches)),
            rect(5.0, 4.0) + "/>",
        ),
        Sign::State(state) => {
            let rect = rect(1.0, 12.0);
            let patterned = pattern::fill(id, state).map(|fill| format!("{rect} {fill}/>"));
            (
                format!("bar {}", pattern::class(state)),
                format!("{rect}/>") + &patterned.unwrap_or_default(),
            )
        }
        Sign::Held => ("bar held".to_owned(), rect(1.0, 12.0) + "/>"),
        Sign::Detached => (
            "mark".to_owned(),
            "<circle class=\"detached\" cx=\"11\" cy=\"7\" r=\"5\"/>".to_owned(),
        ),
    };
    format!(
        "<li data-sign=\"{0}\"><svg viewBox=\"0 0 22 14\" width=\"22\" height=\"14\" aria-hidden=\"true\"><g class=\"{class}\">{drawn}</g></svg> {0}</li>",
        sign.words()
    )
}

/// A rectangle whose tag is still open.
fn rect(top: f64, tall: f64) -> String {
    format!("<rect x=\"0.5\" y=\"{top:.1}\" width=\"21\" height=\"{tall}\"")
}
