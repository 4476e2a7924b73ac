//! A question's figures as a chart: a table whose middle column is drawn, so that it is read, searched and spoken as what it is.
//!
//! The scale is logarithmic and says so; a figure's mark has a shape of its own for each kind of library, and its bar goes from
//! quartile to quartile.

use std::fmt::Write;

use async_lessons_figures::{Figure, Results, Unit, amount};

use super::{html, spread, unbroken};
use crate::catalogue::Catalogue;
use crate::problem::Result;

/// The chart of a question.
///
/// # Errors
/// There are no results for the question.
pub fn chart(catalogue: &Catalogue, question: &str) -> Result<String> {
    let results = Results::read(&catalogue.root, question)?;
    Ok(draw(&results))
}

fn draw(results: &Results) -> String {
    // Allocations are no points on a scale of bytes or seconds; the table has them.
    let figures: Vec<&Figure> = results
        .figures
        .iter()
        .filter(|figure| figure.unit != Unit::Allocations)
        .collect();
    let Some(scale) = Scale::of(&figures) else {
        return String::new();
    };
    let floor = results.floor().map_or(0.0, |floor| scale.place(floor.median));
    let unit = figures[0].unit;
    let mut text = format!(
        "\n<figure class=\"costs\" style=\"--floor: {floor:.1}%; --decades: {}\">\n<table>\n<caption>{} <span>Median and quartiles, on a logarithmic scale: \
         each line is ten times as {} as the one before.</span></caption>\n",
        scale.decades(),
        html(&results.asks),
        if unit == Unit::Bytes { "much" } else { "long" },
    );
    // Who sees the axis needs no names for the columns; who listens does.
    text.push_str("<thead><tr><th scope=\"col\"><span class=\"unseen\">Library</span></th><th scope=\"col\"><span class=\"unseen\">Drawn</span>");
    text.push_str("<div class=\"axis\" aria-hidden=\"true\">");
    for decade in scale.from..=scale.to {
        let place = scale.place(10f64.powi(decade));
        write!(text, "<span style=\"left: {place:.1}%\">{}</span>", tick(decade, unit))
            .expect("a string takes everything");
    }
    text.push_str("</div></th><th scope=\"col\"><span class=\"unseen\">Median, quartiles</span></th></tr></thead>\n");
    let mut last = "";
    for figure in &figures {
        if figure.name != last {
            if !last.is_empty() {
                text.push_str("</tbody>\n");
            }
            writeln!(
                text,
                "<tbody><tr><th colspan=\"3\" scope=\"rowgroup\">{}</th></tr>",
                html(&figure.what)
            )
            .expect("a string takes everything");
            last = &figure.name;
        }
        text.push_str(&row(figure, &scale, results.floor() == Some(*figure)));
    }
    text.push_str("</tbody>\n</table>\n</figure>\n");
    text
}

fn row(figure: &Figure, scale: &Scale, is_floor: bool) -> String {
    let (low, middle, high) = (
        scale.place(figure.low),
        scale.place(figure.median),
        scale.place(figure.high),
    );
    let kind = match figure.by.as_str() {
        _ if is_floor => "floor",
        "tokio" => "tokio",
        "asyncio" | "uvloop" => "python",
        _ => "other",
    };
    format!(
        "<tr class=\"{kind}\"><th scope=\"row\">{}</th><td><div class=\"track\"><span class=\"range\" style=\"left: {low:.1}%; width: {:.1}%\"></span>\
         <span class=\"mark\" style=\"left: {middle:.1}%\"></span></div></td><td>{}{}{}</td></tr>\n",
        figure.by,
        high - low,
        unbroken(&amount(figure.median, figure.unit)),
        if figure.unit == Unit::Cpu {
            " of processor time"
        } else {
            ""
        },
        spread(figure),
    )
}

/// A logarithmic scale: powers of ten, from one that all figures reach to one that none exceeds.
struct Scale {
    from: i32,
    to: i32,
}

impl Scale {
    fn of(figures: &[&Figure]) -> Option<Self> {
        let low = figures.iter().map(|figure| figure.low).fold(f64::INFINITY, f64::min);
        let high = figures.iter().map(|figure| figure.high).fold(0.0, f64::max);
        if !(low > 0.0 && high.is_finite() && low <= high) {
            return None;
        }
        let from = low.log10().floor() as i32;
        let to = high.log10().ceil() as i32;
        Some(Self {
            from,
            to: to.max(from + 1),
        })
    }

    fn decades(&self) -> i32 {
        self.to - self.from
    }

    /// Where a value lies, in percent from the left.
    fn place(&self, value: f64) -> f64 {
        100.0 * (value.log10() - f64::from(self.from)) / f64::from(self.decades())
    }
}

/// A power of ten with a short unit; bytes above 10,000 go on in bytes here, since their powers of ten are no powers of 1,024.
fn tick(decade: i32, unit: Unit) -> String {
    match unit {
        Unit::Wall | Unit::Cpu => {
            let (unit, decade) = match decade {
                ..3 => ("ns", decade),
                3..6 => ("µs", decade - 3),
                6..9 => ("ms", decade - 6),
                9.. => ("s", decade - 9),
            };
            format!("{}\u{a0}{unit}", 10f64.powi(decade))
        }
        Unit::Bytes | Unit::Allocations => match decade {
            ..3 => format!("{}\u{a0}B", 10f64.powi(decade)),
            3..6 => format!("{}\u{a0}kB", 10f64.powi(decade - 3)),
            6.. => format!("{}\u{a0}MB", 10f64.powi(decade - 6)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(name: &str, by: &str, low: f64, median: f64, high: f64) -> Figure {
        Figure {
            name: name.into(),
            by: by.into(),
            what: format!("Do `{name}`"),
            unit: Unit::Wall,
            median,
            low,
            high,
            cpu: None,
            samples: 30,
        }
    }

    #[test]
    fn the_scale_is_logarithmic_and_holds_every_figure() {
        let (short, long) = (
            figure("a", "std", 2.0, 3.0, 4.0),
            figure("b", "tokio", 100.0, 200.0, 1_500.0),
        );
        let scale = Scale::of(&[&short, &long]).expect("there are figures");
        assert_eq!((scale.from, scale.to), (0, 4));
        assert_eq!(
            (scale.place(1.0), scale.place(100.0), scale.place(10_000.0)),
            (0.0, 50.0, 100.0)
        );
        let one = figure("a", "std", 5.0, 5.0, 5.0);
        assert_eq!(Scale::of(&[&one]).expect("there is one").decades(), 1);
        assert!(Scale::of(&[]).is_none());
        assert!(
            Scale::of(&[&figure("a", "std", 0.0, 0.0, 0.0)]).is_none(),
            "zero has no place on it"
        );
    }

    #[test]
    fn ticks_have_units() {
        let ticks: Vec<String> = [-1, 0, 2, 3, 7, 9].map(|decade| tick(decade, Unit::Wall)).into();
        assert_eq!(ticks.join(" ").replace('\u{a0}', ""), "0.1ns 1ns 100ns 1µs 10ms 1s");
        assert_eq!(tick(4, Unit::Bytes), "10\u{a0}kB");
    }

    #[test]
    fn each_figure_is_a_row_below_its_operation() {
        let results = Results {
            question: "mutex".into(),
            asks: "What does a lock cost?".into(),
            date: String::new(),
            machine: String::new(),
            how: String::new(),
            versions: Default::default(),
            figures: vec![
                figure("atomic", "std", 1.0, 1.0, 1.0),
                figure("lock", "tokio", 10.0, 20.0, 30.0),
                figure("lock", "asyncio", 100.0, 200.0, 300.0),
            ],
        };
        let chart = draw(&results);
        assert_eq!(chart.matches("<tbody>").count(), 2, "{chart}");
        assert_eq!(chart.matches("</tbody>").count(), 2, "{chart}");
        for row in [
            "<tr class=\"floor\">",
            "<tr class=\"tokio\">",
            "<tr class=\"python\">",
            "20\u{a0}ns <span class=\"spread\">(10–30\u{a0}ns)",
        ] {
            assert!(chart.contains(row), "{row} in {chart}");
        }
    }
}
