//! The timeline as a table, for those who do not see the drawing.

use super::words::{IS_DETACHED, hold, outcome, seconds, segment};
use crate::html::escape;
use crate::text::one_line;
use crate::trace::{Lane, Trace};

/// A row of the table.
struct Row<'t> {
    at: u64,
    order: Order,
    who: &'t str,
    what: String,
}

/// The order of what happens in one instant.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    /// A lane begins.
    Begin,
    /// Something is printed, woken or detached.
    Act,
    /// A stretch of time begins: a segment or a hold.
    Stretch,
    /// A lane ends.
    End,
}

/// A `<details>` with one row for each thing that happens, in order.
pub fn draw(trace: &Trace) -> String {
    let mut rows: Vec<Row<'_>> = trace.lanes.iter().flat_map(|lane| of_lane(trace, lane)).collect();
    rows.extend(of_prints(trace));
    rows.extend(of_wakes(trace));
    rows.extend(of_holds(trace));
    rows.sort_by(|one, other| (one.at, &one.order).cmp(&(other.at, &other.order)));
    let body: String = rows.iter().map(Row::html).collect();
    format!(
        "<details><summary>This timeline as a table</summary><table><thead><tr><th>Time</th><th>Who</th><th>What</th></tr></thead>\
         <tbody>{body}</tbody></table></details>"
    )
}

fn of_lane<'t>(trace: &'t Trace, lane: &'t Lane) -> Vec<Row<'t>> {
    let row = |at, order, what| Row {
        at,
        order,
        who: &lane.label,
        what,
    };
    let mut rows = vec![row(lane.from, Order::Begin, "begins".to_owned())];
    rows.extend(lane.segments.iter().map(|part| {
        let what = format!("{}, until {}", segment(trace, part), seconds(part.to));
        row(part.from, Order::Stretch, what)
    }));
    rows.extend(lane.detached.map(|at| row(at, Order::Act, IS_DETACHED.to_owned())));
    rows.push(row(lane.to, Order::End, outcome(lane.outcome).to_owned()));
    rows
}

fn of_prints(trace: &Trace) -> impl Iterator<Item = Row<'_>> {
    trace.prints.iter().map(|print| Row {
        at: print.at,
        order: Order::Act,
        who: print
            .lane
            .map_or("the program", |lane| trace.lanes[lane].label.as_str()),
        // On one line: a blank one would end the figure in Markdown.
        what: format!("prints “{}”, line {}", one_line(&print.text), print.line),
    })
}

fn of_wakes(trace: &Trace) -> impl Iterator<Item = Row<'_>> {
    trace.wakes.iter().map(|wake| Row {
        at: wake.at,
        order: Order::Act,
        who: &trace.lanes[wake.by].label,
        what: format!("wakes {}", trace.lanes[wake.lane].label),
    })
}

fn of_holds(trace: &Trace) -> impl Iterator<Item = Row<'_>> {
    trace.holds.iter().map(|part| Row {
        at: part.from,
        order: Order::Stretch,
        who: &trace.resources[part.resource].label,
        what: format!("{}, until {}", hold(trace, part), seconds(part.to)),
    })
}

impl Row<'_> {
    fn html(&self) -> String {
        format!(
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
            seconds(self.at),
            escape(self.who),
            escape(&self.what)
        )
    }
}
