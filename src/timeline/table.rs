//! The timeline as a table, for those who do not see the drawing.

use super::words::{hold, outcome, seconds, segment};
use crate::html::escape;
use crate::trace::Trace;

/// A `<details>` with one row for each thing that happens, in order.
pub fn rows(trace: &Trace) -> String {
    // Within an instant: what begins, what is printed, what goes on, what ends.
    let mut rows: Vec<(u64, usize, String, String)> = Vec::new();
    for lane in &trace.lanes {
        rows.push((lane.from, 0, lane.label.clone(), "begins".to_owned()));
        for part in &lane.segments {
            let until = seconds(part.to);
            rows.push((
                part.from,
                2,
                lane.label.clone(),
                format!("{}, until {until}", segment(trace, part)),
            ));
        }
        if let Some(at) = lane.detached {
            rows.push((
                at,
                1,
                lane.label.clone(),
                "is detached: its handle is dropped".to_owned(),
            ));
        }
        rows.push((lane.to, 3, lane.label.clone(), outcome(lane.outcome).to_owned()));
    }
    for print in &trace.prints {
        // On one line: a blank one would end the figure in Markdown.
        let text = print.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let who = print
            .lane
            .map_or("the program", |lane| trace.lanes[lane].label.as_str());
        rows.push((
            print.at,
            1,
            who.to_owned(),
            format!("prints “{text}”, line {}", print.line),
        ));
    }
    for wake in &trace.wakes {
        let woken = &trace.lanes[wake.lane].label;
        rows.push((wake.at, 1, trace.lanes[wake.by].label.clone(), format!("wakes {woken}")));
    }
    for part in &trace.holds {
        let what = &trace.resources[part.resource].label;
        let until = seconds(part.to);
        rows.push((
            part.from,
            2,
            what.clone(),
            format!("{}, until {until}", hold(trace, part)),
        ));
    }
    rows.sort_by_key(|(at, order, ..)| (*at, *order));
    let body: String = rows
        .iter()
        .map(|(at, _, who, what)| {
            format!(
                "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                seconds(*at),
                escape(who),
                escape(what)
            )
        })
        .collect();
    format!(
        "<details><summary>This timeline as a table</summary><table><thead><tr><th>Time</th><th>Who</th><th>What</th></tr></thead>\
         <tbody>{body}</tbody></table></details>"
    )
}
