//! What is said of a listing that can never go on: which tasks wait, on which line, for what.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::process;

use crate::event::{Await, Kind};
use crate::registry::{self, OpenLane};
use crate::{EXIT_DEADLOCK, program, trace};

/// Prints the report to standard output, after what the listing has printed, and ends the process.
pub fn report_and_exit() -> ! {
    let mut out = io::stdout().lock();
    // Nobody can be told if standard output is gone; the exit code still says it.
    let _ = write!(out, "{}", report());
    let _ = out.flush();
    program::write_events();
    process::exit(i32::from(EXIT_DEADLOCK))
}

fn report() -> String {
    let mut text = format!(
        "deadlock at {:.1}s: nothing can ever wake this program\n",
        registry::last_progress().as_secs_f64()
    );
    let lanes = registry::take_lanes();
    let mut waiting = BTreeSet::new();
    for (id, lane) in &lanes {
        // Who runs several futures at once waits for what they wait for.
        if lanes.values().any(|other| other.parent == Some(*id)) {
            continue;
        }
        let mut owner = *id;
        while let Some(parent) = lanes[&owner].parent.filter(|parent| lanes.contains_key(parent)) {
            owner = parent;
        }
        waiting.extend(waits(lane).into_iter().map(|what| (owner, what)));
    }
    for (owner, what) in waiting {
        let who = match lanes[&owner].kind {
            Kind::Main => "main".to_owned(),
            Kind::Task => format!("the task spawned on line {}", lanes[&owner].line),
            Kind::Branch => "a branch of something that has ended".to_owned(),
        };
        text.push_str(&format!("  {who} waits {what}\n"));
    }
    text
}

/// What a lane waits for, in words, each wait once.
fn waits(lane: &OpenLane) -> BTreeSet<String> {
    if lane.waits.is_empty() {
        return BTreeSet::from(["to be polled again, but nobody kept its waker".to_owned()]);
    }
    lane.waits
        .values()
        .map(|frames| match trace::locate(frames) {
            Some(Await { line, what }) if what.is_empty() => {
                format!("on line {line}, where its own future keeps the waker")
            }
            Some(Await { line, what }) => format!("on line {line} for {what}"),
            None => "for something outside the listing".to_owned(),
        })
        .collect()
}
