//! The stage: however a listing creates its runtime, it runs on the virtual clock, and every run is the same.
//!
//! This test is also the program of a part: it starts itself again for each of its listings, which are in `tests/stage/`.

extern crate stage_futures as futures;
#[macro_use]
extern crate stage_std as std;
extern crate stage_tokio as tokio;
extern crate stage_tokio_stream as tokio_stream;
extern crate stage_tokio_util as tokio_util;

#[macro_use]
mod common;
#[path = "stage/powers/mod.rs"]
mod powers;

use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use anstream::adapter::strip_str;
use async_lessons::run::{Ending, capture, redact};
use libtest_mimic::{Arguments, Failed, Trial};
use stage::event::Event;
use stage::setup::{Limits, SETUP, Setup};
use stage::{EXIT_CUT, EXIT_DEADLOCK, Program, TRACE, VIRTUAL};
use timeline::Trace;
use timeline::trace::Lane;

use common::{check_exit_code, compare, here, program, start_program};

/// The longest run of a listing, in real time.
const LIMIT: Duration = Duration::from_secs(60);

programs! {
    #[allow(dead_code)]
    "stage/" "stage/"
    nested_modules: 0;
    flavors: 0;
    runtimes_by_hand: 0;
    sleep_outside: 0;
    without_timers: 101;
    returns_an_error: 1;
    std_instants: 0;
    exits_by_itself: 7;
    spawns_in_every_way: 0;
    random_choices: 0;
    deadlock_of_two: EXIT_DEADLOCK;
    deadlock_without_waker: EXIT_DEADLOCK;
    deadlock_in_loop_body: EXIT_DEADLOCK;
    deadlock_outside: EXIT_DEADLOCK;
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
    cut_lanes: 0;
    three_ready: 0;
    rare_hang: 0;
    lane_futures: 0;
    lane_in_place: 0;
}

/// Programs that never end by themselves.
mod endless {
    use std::env;
    use std::future::pending;
    use std::process::ExitCode;

    use stage::Program;

    pub(super) const PROGRAMS: &[Program] = &[
        Program {
            name: "hoards",
            path: "",
            source: "",
            run: hoards,
        },
        Program {
            name: "prints",
            path: "",
            source: "",
            run: prints,
        },
        Program {
            name: "spins",
            path: "",
            source: "",
            run: spins,
        },
        Program {
            name: "hangs once",
            path: "",
            source: "",
            run: hangs_once,
        },
    ];

    fn hoards() -> ExitCode {
        println!("hoarding");
        let mut hoard = Vec::new();
        loop {
            hoard.push(vec![1_u8; 1 << 24]);
        }
    }

    fn prints() -> ExitCode {
        loop {
            println!("one more line");
        }
    }

    fn spins() -> ExitCode {
        println!("spinning");
        loop {
            std::hint::spin_loop();
        }
    }

    #[tokio::main]
    async fn hangs_once() -> ExitCode {
        if env::args().all(|argument| argument != "--explained") {
            pending::<()>().await;
        }
        ExitCode::SUCCESS
    }
}

fn main() -> ExitCode {
    let is_endless = |program: &Program| env::args().nth(1).is_some_and(|name| name == program.name);
    let programs = match endless::PROGRAMS.iter().any(is_endless) {
        true => endless::PROGRAMS,
        false => PROGRAMS,
    };
    if let Err(code) = common::check_profile() {
        return code;
    }
    if let Some(code) = common::run_program(programs) {
        return code;
    }
    if env::var_os(RUNS).is_some() {
        // More runs than usual test the effect of load: a thread for each core keeps all of them busy.
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
        .zip(EXIT_CODES)
        .map(|(program, code)| Trial::test(program.name, || test(program.name, *code)))
        .chain([
            Trial::test("the real clock is real", the_real_clock_is_real),
            Trial::test("endless listings are killed", endless_listings_are_killed),
            Trial::test(
                "a deadlock that does not come again is reported",
                a_lost_deadlock_is_reported,
            ),
            Trial::test(
                "what reaches a limit is cut, and its record kept",
                a_limit_keeps_the_record,
            ),
            Trial::test("unknown names are reported", unknown_names_are_reported),
            Trial::test("a lane of each kind is cut at each wait", powers::lanes_are_cut),
            Trial::test("only a lane can be cut", powers::only_lanes_are_cut),
            Trial::test("three ready tasks come in all six orders", powers::all_orders_are_found),
            Trial::test("a rare hang is found and replayed", powers::a_rare_hang_is_found),
        ])
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// The environment variable for the number of runs of each listing; 2 if it is not set.
const RUNS: &str = "STAGE_RUNS";

/// All runs of a listing must end with the exit code, and print and record the same. The snapshot holds output and trace.
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
    compare(name, &first, &here(&format!("tests/stage/{name}.txt")))
}

/// A listing's output and, if time passes, its timeline and trace.
fn run_and_draw(name: &str, code: u8) -> Result<String, Failed> {
    let folder = tempfile::tempdir()?;
    let events = folder.path().join("events.json");
    let finished = start_program(name, &[VIRTUAL, TRACE, &events.to_string_lossy()], LIMIT)?;
    check_exit_code(&finished, code)?;
    // Thread numbers and paths in panic headers differ between machines.
    let errors = redact::stderr(&finished.stderr, &here(""));
    let mut text = format!("{}--- stderr\n{errors}", finished.stdout);
    let source = fs::read_to_string(here(&format!("tests/stage/{name}.rs")))?;
    let events: Vec<Event> = serde_json::from_slice(&fs::read(events)?)?;
    let untraced = start_program(name, &[VIRTUAL], LIMIT)?;
    if untraced.stdout != finished.stdout {
        return Err(format!(
            "untraced, it prints\n{}\nand traced\n{}",
            untraced.stdout, finished.stdout
        )
        .into());
    }
    let trace = Trace::from_events(name, &source, &events);
    if let Ok(drawing) = timeline::in_terminal(&trace, 100, true) {
        text += &format!("--- timeline\n{}--- trace\n{}", strip_str(&drawing), in_lines(&trace)?);
    }
    Ok(text)
}

/// A trace as JSON, with a line for each of its elements.
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

/// Without the option for the virtual clock, a listing takes as long as it waits.
fn the_real_clock_is_real() -> Result<(), Failed> {
    let started = Instant::now();
    let finished = start_program("nested_modules", &[], LIMIT)?;
    let took = started.elapsed();
    // On a busy machine it takes longer.
    if *finished.stdout >= *"0.4s\n" && took >= Duration::from_millis(400) {
        return Ok(());
    }
    Err(format!("after {took:?}: {finished:?}").into())
}

fn endless_listings_are_killed() -> Result<(), Failed> {
    // Only Linux reports how much memory a process occupies.
    let hoards = cfg!(target_os = "linux").then_some(("hoards", LIMIT, Ending::TooMuchMemory));
    for (name, limit, ending) in [
        (
            "spins",
            Duration::from_millis(500),
            Ending::TimedOut(Duration::from_millis(500)),
        ),
        ("prints", LIMIT, Ending::TooMuchOutput),
    ]
    .into_iter()
    .chain(hoards)
    {
        let finished = start_program(name, &[VIRTUAL], limit)?;
        if finished.ending != ending || finished.stdout.is_empty() {
            return Err(format!("{name} {}, after {} bytes", finished.ending, finished.stdout.len()).into());
        }
    }
    Ok(())
}

fn a_limit_keeps_the_record() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("events.json");
    let limits = Limits {
        events: 1_000,
        virtual_seconds: 1_000,
        real_seconds: 60,
    };
    let setup = Setup {
        events: file.clone(),
        sources: Vec::new(),
        blocks_in_place: false,
        cut: None,
        seed: None,
        limits,
    };
    let told = folder.path().join("setup.json");
    fs::write(&told, serde_json::to_vec(&setup)?)?;
    let finished = capture(program("prints", &[VIRTUAL])?.env(SETUP, told), LIMIT)?;
    check_exit_code(&finished, EXIT_CUT)?;
    let events: Vec<Event> = serde_json::from_slice(&fs::read(file)?)?;
    let cut = Trace::from_events("prints", "", &events).cut;
    if cut.is_some_and(|why| why.contains("1000 events")) && finished.stderr.contains("cut off at 0.0s") {
        return Ok(());
    }
    Err(finished.stderr.into())
}

/// Its source does not show that it reaches out of the program.
fn a_lost_deadlock_is_reported() -> Result<(), Failed> {
    let finished = start_program("hangs once", &[VIRTUAL], LIMIT)?;
    check_exit_code(&finished, EXIT_DEADLOCK)?;
    let expected = "deadlock at 0.0s: nothing can ever wake this program\n  \
                    who waits is unknown: a second run, to find out, did not hang\n";
    if finished.stdout == expected {
        return Ok(());
    }
    Err(finished.stdout.into())
}

fn unknown_names_are_reported() -> Result<(), Failed> {
    let finished = start_program("nonsense", &[], LIMIT)?;
    if finished.ending == Ending::Exit(2) && finished.stderr.contains("cargo run nonsense") {
        return Ok(());
    }
    Err(format!("{finished:?}").into())
}
