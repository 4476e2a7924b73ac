//! Programs of the kind that strangers write, on the stage: they compile there, print what they print on plain Tokio
//! (`tests/strangers_plain.rs`), and the record of what happened makes sense.
//!
//! This test is the program of a part as well: it starts itself again for each of the programs in `tests/strangers/`.

#[macro_use]
extern crate stage_std as std;
extern crate stage_futures as futures;
extern crate stage_tokio as tokio;
extern crate stage_tokio_util as tokio_util;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use async_lessons::run::{Ending, Finished, capture};
use libtest_mimic::{Arguments, Failed, Trial};
use snapbox::{Assert, Data};
use stage::event::{Event, Happening, LaneId, LaneKind};
use stage::{Program, TRACE, VIRTUAL};

/// Puts each program into a module of its own, as the build script does with listings.
macro_rules! strangers {
    ($($name:ident: $code:expr;)*) => {
        // What a stranger writes need not please the lints.
        $(#[allow(warnings, clippy::all)]
        mod $name {
            // The path is taken from where the list stands.
            include!(concat!(stringify!($name), ".rs"));

            pub(super) fn __run() -> ::std::process::ExitCode {
                ::stage::report(main)
            }
        })*

        const PROGRAMS: &[Program] = &[$(Program {
            name: stringify!($name),
            path: concat!("strangers/", stringify!($name), ".rs"),
            run: $name::__run,
        }),*];
        const CODES: &[u8] = &[$($code),*];
    };
}

include!("strangers/list.rs");

fn main() -> ExitCode {
    if env::var_os("ON_STAGE").is_some() {
        return stage::main(PROGRAMS);
    }
    let trials = PROGRAMS
        .iter()
        .zip(CODES)
        .map(|(program, code)| Trial::test(program.name, || test(program, *code)))
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Two equal runs, which print what is expected; two more that are recorded, with equal records that make sense.
fn test(program: &Program, code: u8) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let files = ["first.json", "second.json"].map(|file| folder.path().join(file));
    let first = perform(program, code, None)?;
    let file = common::here(&format!("tests/{}", program.path)).with_extension("txt");
    Assert::new().action_env("SNAPSHOTS").try_eq(
        Some(&program.name),
        Data::text(first.stdout.as_str()).raw(),
        Data::read_from(&file, None).raw(),
    )?;
    for file in [None, Some(&files[0]), Some(&files[1])] {
        let again = perform(program, code, file.map(AsRef::as_ref))?;
        if again != first {
            return Err(format!("two runs differ\n{first:?}\n{again:?}").into());
        }
    }
    let records = [fs::read_to_string(&files[0])?, fs::read_to_string(&files[1])?];
    if records[0] != records[1] {
        let [one, other] = records
            .each_ref()
            .map(|record| record.replace("},{\"at\"", "},\n{\"at\""));
        Assert::new().try_eq(
            Some(&"the second record"),
            Data::text(other).raw(),
            Data::text(one).raw(),
        )?;
    }
    let source = fs::read_to_string(common::here(&format!("tests/{}", program.path)))?;
    let lines = u32::try_from(source.lines().count())?;
    makes_sense(&serde_json::from_str::<Vec<Event>>(&records[0])?, &first.stdout, lines).map_err(Failed::from)
}

/// Starts this program again as that of a listing, and asks how it ended.
fn perform(program: &Program, code: u8, record: Option<&Path>) -> Result<Finished, Failed> {
    let mut command = Command::new(env::current_exe()?);
    command.args([program.name, VIRTUAL]).env("ON_STAGE", "1");
    if let Some(file) = record {
        command.arg(TRACE).arg(file);
    }
    let mut finished = capture(&mut command, Duration::from_secs(60))?;
    if finished.ending != Ending::Exit(i32::from(code)) {
        return Err(format!(
            "expected exit code {code}, but it {}\n{}",
            finished.ending, finished.stderr
        )
        .into());
    }
    // Headers of panics name threads by numbers.
    finished.stderr.clear();
    Ok(finished)
}

/// What holds for the record of any program, of which this is the number of its lines.
fn makes_sense(events: &[Event], stdout: &str, lines: u32) -> Result<(), String> {
    // For each lane that was opened: whether it is still open.
    let mut lanes: BTreeMap<LaneId, bool> = BTreeMap::new();
    let mut printed = String::new();
    let mut last = 0;
    for event in events {
        let wrong = |what: &str| Err(format!("{what}: {event:?}"));
        if event.at < last {
            return wrong("time goes back");
        }
        last = event.at;
        if let Happening::Opened { kind, parent, line, .. } = &event.what {
            let Some(lane) = event.lane else {
                return wrong("no lane is opened");
            };
            if lanes.insert(lane, true).is_some() {
                return wrong("a lane is opened twice");
            }
            if !(1..=lines).contains(line) {
                return wrong("a lane is opened on no line of the program");
            }
            if parent.is_some_and(|parent| lanes.get(&parent) != Some(&true)) {
                return wrong("who opens a lane is not open");
            }
            if *kind == LaneKind::Main && parent.is_some() {
                return wrong("a runtime is driven inside of another");
            }
        }
        match (event.lane.map(|lane| lanes.get(&lane)), &event.what) {
            (Some(None), _) => return wrong("a lane was never opened"),
            // A waker may outlive its task.
            (Some(Some(false)), what) if !matches!(what, Happening::Woken { .. }) => return wrong("a lane has ended"),
            _ => {}
        }
        match &event.what {
            Happening::Ended(_) => {
                lanes.extend(event.lane.map(|lane| (lane, false)));
            }
            Happening::Pending { waits }
                if waits
                    .iter()
                    .any(|wait| wait.line > lines || wait.line == 0 && !wait.what.is_empty()) =>
            {
                return wrong("a wait is on no line of the program");
            }
            Happening::Printed { line, text } => {
                printed.push_str(text);
                if !(1..=lines).contains(line) {
                    return wrong("printed on no line of the program");
                }
            }
            _ => {}
        }
    }
    if printed != stdout {
        return Err(format!("printed\n{stdout}\nbut recorded\n{printed}"));
    }
    if !lanes.contains_key(&LaneId(0)) {
        return Err("nothing was recorded".into());
    }
    Ok(())
}

mod common;
