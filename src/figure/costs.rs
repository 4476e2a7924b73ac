//! What things cost, as the chapters quote it: figures, ratios, tables and charts, all from `benches/results/`.

mod chart;
mod table;

use async_lessons_figures::{Figure, Results, amount, ratio};
use timeline::html::escape;

use crate::catalogue::Catalogue;
use crate::problem::{Result, problem};

pub use chart::chart;
pub use table::table;

/// A figure that a chapter names: `QUESTION/OPERATION`, or `QUESTION/OPERATION:LIBRARY` where the library is not Tokio.
fn named(catalogue: &Catalogue, name: &str) -> Result<(Results, Figure)> {
    let (path, by) = name.split_once(':').unwrap_or((name, "tokio"));
    let Some((question, operation)) = path.split_once('/') else {
        return Err(problem!(
            "`{name}` is no figure; it is called QUESTION/OPERATION or QUESTION/OPERATION:LIBRARY"
        ));
    };
    let results = Results::read(&catalogue.root, question)?;
    let figure = results.figure(operation, by)?.clone();
    Ok((results, figure))
}

/// A figure with its spread, within a sentence.
///
/// # Errors
/// It was not measured.
pub fn figure(catalogue: &Catalogue, name: &str) -> Result<String> {
    let (_, figure) = named(catalogue, name)?;
    Ok(format!(
        "{}{}",
        unbroken(&amount(figure.median, figure.unit)),
        spread(&figure)
    ))
}

/// How many times as much the first figure is as the second one, and between what their quartiles let it lie, within a sentence.
///
/// # Errors
/// One was not measured, or both cannot be compared: they count different things, or come from different machines.
pub fn times(catalogue: &Catalogue, name: &str, of: &str) -> Result<String> {
    let ((results, figure), (of_results, of_figure)) = (named(catalogue, name)?, named(catalogue, of)?);
    if figure.unit.is_time() != of_figure.unit.is_time() || (!figure.unit.is_time() && figure.unit != of_figure.unit) {
        return Err(problem!("`{name}` and `{of}` count different things"));
    }
    if results.machine != of_results.machine {
        return Err(problem!(
            "`{name}` and `{of}` were measured on different machines; `cargo run bench` measures all"
        ));
    }
    let (low, high) = (ratio(figure.low, of_figure.high), ratio(figure.high, of_figure.low));
    let middle = ratio(figure.median, of_figure.median);
    let range = if low == high {
        String::new()
    } else {
        format!(" <span class=\"spread\">({low}–{high})</span>")
    };
    Ok(format!("{middle}{range}"))
}

/// The quartiles in parentheses; nothing where both are the same, as of memory that is counted.
fn spread(figure: &Figure) -> String {
    let (low, high) = (amount(figure.low, figure.unit), amount(figure.high, figure.unit));
    if low == high {
        return String::new();
    }
    // The unit once, if both have it.
    let low = match (low.rsplit_once(' '), high.rsplit_once(' ')) {
        (Some((number, unit)), Some((_, other))) if unit == other => number.to_owned(),
        _ => low,
    };
    format!(" <span class=\"spread\">({low}–{})</span>", unbroken(&high))
}

/// Number and unit stay on one line.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// Operations in words hold inline code as Markdown has it; in HTML it needs tags.
fn html(text: &str) -> String {
    let escaped = escape(text);
    let mut pieces = escaped.split('`');
    let mut html = pieces.next().unwrap_or_default().to_owned();
    for (index, piece) in pieces.enumerate() {
        html.push_str(if index % 2 == 0 { "<code>" } else { "</code>" });
        html.push_str(piece);
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use async_lessons_figures::Unit;

    #[test]
    fn a_figure_has_its_spread_beside_it() {
        let mut figure = Figure {
            name: "alone".into(),
            by: "tokio".into(),
            what: "Lock".into(),
            unit: Unit::Wall,
            median: 21.0,
            low: 20.0,
            high: 22.4,
            cpu: None,
            samples: 30,
        };
        assert_eq!(spread(&figure), " <span class=\"spread\">(20–22\u{a0}ns)</span>");
        figure.high = 2_000.0;
        assert_eq!(spread(&figure), " <span class=\"spread\">(20 ns–2.0\u{a0}µs)</span>");
        (figure.low, figure.high) = (21.0, 21.0);
        assert_eq!(spread(&figure), "", "what is counted has no spread");
    }

    #[test]
    fn words_become_html() {
        assert_eq!(
            html("a `Vec<T>` & `b`"),
            "a <code>Vec&lt;T&gt;</code> &amp; <code>b</code>"
        );
    }
}
