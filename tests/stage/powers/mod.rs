//! The stage cuts lanes, and polls in other orders.

use std::collections::BTreeSet;
use std::fs;

use async_lessons::problem::{Problem, Result};
use async_lessons::run::cuts::{CutError, Cuts, Recorded, Subject, cuts};
use async_lessons::run::orders::{Group, orders};
use async_lessons::run::{Finished, redact};
use libtest_mimic::Failed;
use stage::cut::{CUT, Cut};
use stage::orders::SEED;
use stage::{TRACE, VIRTUAL};

use super::LIMIT;
use super::common::{compare, here, start_program};

/// Runs a program on the virtual clock.
fn run(name: &str, arguments: &[&str]) -> Result<Finished> {
    let arguments = [&[VIRTUAL], arguments].concat();
    let finished = start_program(name, &arguments, LIMIT).map_err(|error| message(&error))?;
    let stderr = redact::stderr(&finished.stderr, &here(""));
    Ok(Finished { stderr, ..finished })
}

fn message(error: &Failed) -> Problem {
    Problem::from(error.message().unwrap_or_default())
}

/// Cuts a lane of a program.
fn cut(name: &str, lane: &str) -> Result<Cuts, CutError> {
    let run = |cut: Option<Cut>| {
        let folder = tempfile::tempdir().expect("a folder for the events");
        let events = folder.path().join("events.json").to_string_lossy().into_owned();
        let mut arguments = vec![TRACE.to_owned(), events.clone()];
        arguments.extend(cut.into_iter().flat_map(|cut| [CUT.to_owned(), cut.to_string()]));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let finished = run(name, &arguments)?;
        let events = fs::read(events).expect("events");
        let events = serde_json::from_slice(&events).expect("events are JSON");
        Ok(Recorded { events, finished })
    };
    let subject = Subject {
        name: name.to_owned(),
        source: fs::read_to_string(here(&format!("tests/stage/{name}.rs"))).expect("a source"),
        run: &run,
        place: &|line| format!("line {line}"),
    };
    cuts(&subject, lane)
}

/// A task, a task of a set, a branch and `main`: what is held, what is dropped, how it ends.
pub fn lanes_are_cut() -> Result<(), Failed> {
    let mut text = String::new();
    for lane in ["soup", "line 34", "tea", "1"] {
        let cuts = cut("cut_lanes", lane).map_err(Problem::from)?;
        text += &format!("{}\n{}\n\n", cuts.snapshot(), cuts.table());
    }
    compare(
        "a lane of each kind is cut at each wait",
        &text,
        &here("tests/stage/powers/cut_lanes.txt"),
    )
}

pub fn only_lanes_are_cut() -> Result<(), Failed> {
    for (name, lane, expected) in [
        ("cut_lanes", "cake", "no lane of cut_lanes is called `cake`"),
        ("cut_lanes", "99", "no lane of cut_lanes is called `99`"),
        (
            "three_ready",
            "line 4",
            "more than one lane of three_ready is called `line 4`",
        ),
        (
            "lane_closures",
            "resize cat",
            "is a closure on a thread of its own, which cannot be cancelled",
        ),
    ] {
        match cut(name, lane) {
            Err(CutError::Name(text)) if text.contains(expected) => {}
            other => return Err(format!("{name} {lane}: {other:?}").into()),
        }
    }
    Ok(())
}

fn groups(name: &str, count: u64) -> Result<Vec<Group>> {
    orders(count, |seed| run(name, &[SEED, &seed.to_string()]))
}

pub fn all_orders_are_found() -> Result<(), Failed> {
    let groups = groups("three_ready", 200)?;
    let printed: BTreeSet<String> = groups.iter().map(|group| group.printed.replace('\n', "")).collect();
    if printed == BTreeSet::from(["abc", "acb", "bac", "bca", "cab", "cba"].map(str::to_owned)) {
        return Ok(());
    }
    Err(format!("{groups:?}").into())
}

pub fn a_rare_hang_is_found() -> Result<(), Failed> {
    let groups = groups("rare_hang", 200)?;
    let [usual, hang] = groups.as_slice() else {
        return Err(format!("expected two outcomes: {groups:?}").into());
    };
    let is_rare = hang.seeds.len() < 20 && hang.ended.starts_with("never: ") && usual.printed == "heard it\n";
    let again = run("rare_hang", &[SEED, &hang.seeds[0].to_string()])?;
    if is_rare && again.stdout.starts_with("deadlock at 0.0s") {
        return Ok(());
    }
    Err(format!("{groups:?}\n{again:?}").into())
}
