//! Programs as strangers write them, on the stage: they compile there, print the same as on plain Tokio
//! (`tests/strangers_plain.rs`), and their records are consistent.
//!
//! This test is also the program of a part: it starts itself again for each of the programs in `tests/strangers/`.

#[macro_use]
extern crate stage_std as std;
extern crate stage_futures as futures;
extern crate stage_tokio as tokio;
extern crate stage_tokio_stream as tokio_stream;
extern crate stage_tokio_util as tokio_util;

#[macro_use]
mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use async_lessons::run::Finished;
use libtest_mimic::{Arguments, Failed, Trial};
use snapbox::{Assert, Data};
use stage::event::{Event, Happening, LaneId, LaneKind};
use stage::{Program, TRACE, VIRTUAL};

include!("strangers/list.rs");

fn main() -> ExitCode {
    if let Err(code) = common::check_profile() {
        return code;
    }
    if let Some(code) = common::run_program(PROGRAMS) {
        return code;
    }
    let trials = PROGRAMS
        .iter()
        .zip(EXIT_CODES)
        .map(|(program, code)| Trial::test(program.name, || test(program, *code)))
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Two runs, and two more with records, must print the snapshot; both records must be equal and consistent.
fn test(program: &Program, code: u8) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let files = ["first.json", "second.json"].map(|file| folder.path().join(file));
    let first = run_on_stage(program, code, None)?;
    let source = common::here(&format!("tests/{}", program.path));
    let snapshot = source.with_extension("txt");
    common::compare(program.name, &first.stdout, &snapshot)?;
    for file in [None, Some(&files[0]), Some(&files[1])] {
        let again = run_on_stage(program, code, file.map(AsRef::as_ref))?;
        if again != first {
            return Err(format!("two runs differ\n{first:?}\n{again:?}").into());
        }
    }
    let records = [fs::read_to_string(&files[0])?, fs::read_to_string(&files[1])?];
    // What happens outside takes real time, which differs.
    if records[0] != records[1] && !program.name.starts_with("outside_") {
        let [one, other] = records
            .each_ref()
            .map(|record| record.replace("},{\"at\"", "},\n{\"at\""));
        Assert::new().try_eq(
            Some(&"the second record"),
            Data::text(other).raw(),
            Data::text(one).raw(),
        )?;
    }
    let lines = u32::try_from(fs::read_to_string(source)?.lines().count())?;
    check_record(&serde_json::from_str::<Vec<Event>>(&records[0])?, &first.stdout, lines).map_err(Failed::from)
}

/// Runs a program on the virtual clock. Records its events in a file if one is given.
fn run_on_stage(program: &Program, code: u8, record: Option<&Path>) -> Result<Finished, Failed> {
    let record = record.map(Path::to_string_lossy);
    let mut arguments = vec![VIRTUAL];
    if let Some(file) = &record {
        arguments.extend([TRACE, file]);
    }
    let mut finished = common::start_program(program.name, &arguments, Duration::from_secs(60))?;
    common::check_exit_code(&finished, code)?;
    // Panic headers contain the numbers of threads.
    finished.stderr.clear();
    Ok(finished)
}

/// What must hold for the record of any program that prints this and has this many lines.
fn check_record(events: &[Event], stdout: &str, lines: u32) -> Result<(), String> {
    let mut lanes = Lanes::new();
    let mut recorded = String::new();
    let mut last = 0;
    for event in events {
        let with_event = |problem: &str| format!("{problem}: {event:?}");
        if event.at < last {
            return Err(with_event("time goes back"));
        }
        last = event.at;
        check_lanes(event, &mut lanes).map_err(with_event)?;
        check_lines(event, lines).map_err(with_event)?;
        if let Happening::Printed { text, .. } = &event.what {
            recorded.push_str(text);
        }
    }
    if recorded != stdout {
        return Err(format!("printed\n{stdout}\nbut recorded\n{recorded}"));
    }
    if !lanes.contains_key(&LaneId(0)) {
        return Err("nothing was recorded".into());
    }
    Ok(())
}

/// The lanes that were opened: what each follows, and whether it is still open.
type Lanes = BTreeMap<LaneId, (LaneKind, bool)>;

/// Lanes open once, inside open lanes, and nothing but a wake happens on a lane that has ended.
fn check_lanes(event: &Event, lanes: &mut Lanes) -> Result<(), &'static str> {
    if let Happening::Opened { kind, parent, .. } = &event.what {
        let lane = event.lane.ok_or("a lane without an id is opened")?;
        if lanes.insert(lane, (*kind, true)).is_some() {
            return Err("a lane is opened twice");
        }
        let parent = parent.map(|parent| lanes.get(&parent).copied());
        if parent.is_some_and(|parent| parent.is_none_or(|(_, is_open)| !is_open)) {
            return Err("the parent of a lane is not open");
        }
        if *kind == LaneKind::Main && parent.flatten().is_some_and(|(kind, _)| kind != LaneKind::Blocking) {
            return Err("a runtime is driven inside another");
        }
    }
    let Some(lane) = event.lane else {
        return Ok(());
    };
    match (lanes.get(&lane), &event.what) {
        (None, _) => return Err("a lane was never opened"),
        // A waker may outlive its task.
        (Some((_, false)), Happening::Woken { .. }) => {}
        (Some((_, false)), _) => return Err("a lane has ended"),
        (Some((kind, true)), Happening::Ended(_)) => drop(lanes.insert(lane, (*kind, false))),
        (Some((_, true)), _) => {}
    }
    Ok(())
}

/// What happens in a program's source happens on one of its lines, which are counted from 1.
fn check_lines(event: &Event, lines: u32) -> Result<(), &'static str> {
    let lines = 1..=lines;
    match &event.what {
        Happening::Opened { line, .. } if !lines.contains(line) => Err("a lane is opened on no line of the program"),
        Happening::Printed { line, .. } if !lines.contains(line) => Err("printed on no line of the program"),
        // A wait for nothing in particular has no line.
        Happening::Pending { waits }
            if waits
                .iter()
                .any(|wait| !lines.contains(&wait.line) && (wait.line != 0 || !wait.what.is_empty())) =>
        {
            Err("a wait is on no line of the program")
        }
        _ => Ok(()),
    }
}
