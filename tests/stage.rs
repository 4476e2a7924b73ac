//! The stage: whatever a listing may do to get a runtime, it runs on the virtual clock, and the same in every run.
//!
//! This test is the program of a part as well: it starts itself again for each of its listings, which lie in `tests/stage/`.

extern crate stage_futures as futures;
#[macro_use]
extern crate stage_std as std;
extern crate stage_tokio as tokio;
extern crate stage_tokio_util as tokio_util;

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use anstream::adapter::strip_str;
use async_lessons::run::redact;
use async_lessons::run::{Ending, Finished, capture};
use libtest_mimic::{Arguments, Failed, Trial};
use snapbox::{Assert, Data};
use stage::event::Event;
use stage::{EXIT_DEADLOCK, Program, TRACE, VIRTUAL};
use timeline::Trace;
use timeline::trace::Lane;

/// Puts each listing into a module of its own, as the build script does, and says how it should end.
macro_rules! listings {
    ($($name:ident: $code:expr;)*) => {
        $(#[allow(dead_code)]
        mod $name {
            include!(concat!("stage/", stringify!($name), ".rs"));

            pub(super) fn run() -> std::process::ExitCode {
                stage::report(main)
            }
        })*

        const PROGRAMS: &[(Program, u8)] = &[$((
            Program { name: stringify!($name), path: concat!("stage/", stringify!($name), ".rs"), run: $name::run },
            $code,
        )),*];
    };
}

listings! {
    nested_modules: 0;
    flavors: 0;
    runtimes_by_hand: 0;
    without_timers: 101;
    returns_an_error: 1;
    exits_by_itself: 7;
    spawns_in_every_way: 0;
    random_choices: 0;
    deadlock_of_two: EXIT_DEADLOCK;
    deadlock_without_waker: EXIT_DEADLOCK;
    deadlock_in_loop_body: EXIT_DEADLOCK;
    long_waits_are_no_deadlock: 0;
    lane_mutex: 0;
    lane_semaphore: 0;
    lane_rwlock: 0;
    lane_oneshot: 0;
    lane_mpsc: 0;
    lane_broadcast_and_watch: 0;
    lane_notify_and_barrier: 0;
    lane_timeout: 0;
    lane_select: 0;
    lane_ends: 0;
    lane_nested: 0;
    lane_blocking: 0;
    lane_sets: 0;
    lane_closures: 0;
    lane_once_and_set_once: 0;
    lane_interval: 0;
    lane_join_map_and_queue: 0;
    lane_tracker_and_token: 0;
    lane_permits_handed_on: 0;
    lane_semaphore_many: 0;
    lane_rwlock_writers: 0;
    lane_mutex_guards: 0;
    lane_streams: 0;
    lane_select_loop: 0;
    lane_local_tasks: 0;
    lane_unknown: 0;
    lane_main_panics: 101;
    lane_loop_body: 0;
    lane_shutdown: 0;
}

/// Listings that must be stopped from outside.
mod endless {
    pub(super) fn talks() -> std::process::ExitCode {
        loop {
            println!("and another thing");
        }
    }

    pub(super) fn spins() -> std::process::ExitCode {
        println!("spinning");
        loop {
            std::hint::spin_loop();
        }
    }
}

fn main() -> ExitCode {
    if env::var_os("ON_STAGE").is_some() {
        let endless = [("talks", endless::talks as fn() -> ExitCode), ("spins", endless::spins)];
        let endless = endless.map(|(name, run)| Program { name, path: "", run });
        let programs: Vec<Program> = PROGRAMS
            .iter()
            .map(|(program, _)| Program {
                name: program.name,
                path: program.path,
                run: program.run,
            })
            .chain(endless)
            .collect();
        return stage::main(&programs);
    }
    if env::var_os(RUNS).is_some() {
        // More runs are asked for to see what load does to them: a thread for every core keeps all of them busy.
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            thread::spawn(|| {
                loop {
                    std::hint::spin_loop();
                }
            });
        }
    }
    let trials = PROGRAMS
        .iter()
        .map(|(program, code)| Trial::test(program.name, move || test(program.name, *code)))
        .chain([
            Trial::test("the real clock is real", the_real_clock_is_real),
            Trial::test("endless listings are stopped", endless_listings_are_stopped),
            Trial::test("unknown names are told", unknown_names_are_told),
        ])
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Starts this program again as that of a listing.
fn perform(name: &str, arguments: &[&str]) -> Result<Finished, Failed> {
    let mut command = Command::new(env::current_exe()?);
    command.arg(name).args(arguments).env("ON_STAGE", "1");
    Ok(capture(&mut command, Duration::from_secs(60))?)
}

/// How often each listing runs, two times if it is not set.
const RUNS: &str = "STAGE_RUNS";

/// Equal runs with equal traces, which end as they should and print what is expected.
fn test(name: &str, code: u8) -> Result<(), Failed> {
    let runs = match env::var(RUNS) {
        Ok(number) => number.parse()?,
        Err(_) => 2,
    };
    let first = run_and_draw(name, code)?;
    for run in 2..=runs {
        let other = run_and_draw(name, code)?;
        if first != other {
            return Err(format!("run {run} differs from the first\n{first}\n{other}").into());
        }
    }
    let file = common::here(&format!("tests/stage/{name}.txt"));
    Assert::new().action_env("SNAPSHOTS").try_eq(
        Some(&name),
        Data::text(first).raw(),
        Data::read_from(&file, None).raw(),
    )?;
    Ok(())
}

/// What a listing prints, and its timeline, where it takes time.
fn run_and_draw(name: &str, code: u8) -> Result<String, Failed> {
    let folder = tempfile::tempdir()?;
    let events = folder.path().join("events.json");
    let finished = perform(name, &[VIRTUAL, TRACE, &events.to_string_lossy()])?;
    // The names of threads and the rest of a panic's header are the standard library's business.
    let errors = redact::stderr(&finished.stderr, &common::here(""));
    let mut text = format!("{}--- stderr\n{errors}", finished.stdout);
    if finished.ending != Ending::Exit(i32::from(code)) {
        return Err(format!("expected exit code {code}, but it {}\n{text}", finished.ending).into());
    }
    let source = fs::read_to_string(common::here(&format!("tests/stage/{name}.rs")))?;
    let events: Vec<Event> = serde_json::from_slice(&fs::read(events)?)?;
    let trace = Trace::from_events(name, &source, &events);
    if let Ok(drawing) = timeline::in_terminal(&trace, 100, true) {
        text += &format!("--- timeline\n{}--- trace\n{}", strip_str(&drawing), in_lines(&trace)?);
    }
    Ok(text)
}

/// A trace as JSON, with a line for each thing in it.
fn in_lines(trace: &Trace) -> Result<String, Failed> {
    let mut text = String::new();
    let mut put = |line: Result<String, serde_json::Error>| -> Result<(), Failed> {
        text += &(line? + "\n");
        Ok(())
    };
    for lane in &trace.lanes {
        let head = Lane {
            segments: Vec::new(),
            ..lane.clone()
        };
        put(serde_json::to_string(&head))?;
        for segment in &lane.segments {
            put(serde_json::to_string(segment))?;
        }
    }
    for print in &trace.prints {
        put(serde_json::to_string(print))?;
    }
    for wake in &trace.wakes {
        put(serde_json::to_string(wake))?;
    }
    for resource in &trace.resources {
        put(serde_json::to_string(resource))?;
    }
    for hold in &trace.holds {
        put(serde_json::to_string(hold))?;
    }
    Ok(text)
}

/// The same listing without the option takes the seconds that it says.
fn the_real_clock_is_real() -> Result<(), Failed> {
    let started = Instant::now();
    let finished = perform("nested_modules", &[])?;
    let took = started.elapsed();
    if finished.stdout == "0.4s\n" && took >= Duration::from_millis(400) {
        return Ok(());
    }
    Err(format!("after {took:?}: {finished:?}").into())
}

fn endless_listings_are_stopped() -> Result<(), Failed> {
    for (name, limit, ending) in [
        ("spins", Duration::from_millis(500), Ending::TimedOut),
        ("talks", Duration::from_secs(60), Ending::TooMuchOutput),
    ] {
        let mut command = Command::new(env::current_exe()?);
        let finished = capture(command.args([name, VIRTUAL]).env("ON_STAGE", "1"), limit)?;
        if finished.ending != ending || finished.stdout.is_empty() {
            return Err(format!("{name} {}, after {} bytes", finished.ending, finished.stdout.len()).into());
        }
    }
    Ok(())
}

fn unknown_names_are_told() -> Result<(), Failed> {
    let finished = perform("nonsense", &[])?;
    if finished.ending == Ending::Exit(2) && finished.stderr.contains("cargo run nonsense") {
        return Ok(());
    }
    Err(format!("{finished:?}").into())
}

mod common;
