//! The stage: whatever a listing may do to get a runtime, it runs on the virtual clock, and the same in every run.
//!
//! This test is the program of a part as well: it starts itself again for each of its listings, which lie in `tests/stage/`.

#[macro_use]
extern crate stage_std as std;
extern crate stage_tokio as tokio;

use std::env;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use async_lessons::redact;
use async_lessons::run::{Ending, Outcome, capture};
use libtest_mimic::{Arguments, Failed, Trial};
use snapbox::{Assert, Data};
use stage::{EXIT_DEADLOCK, Program, VIRTUAL};

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
    long_waits_are_no_deadlock: 0;
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
fn perform(name: &str, arguments: &[&str]) -> Result<Outcome, Failed> {
    let mut command = Command::new(env::current_exe()?);
    command.arg(name).args(arguments).env("ON_STAGE", "1");
    Ok(capture(&mut command, Duration::from_secs(60))?)
}

/// Two equal runs, which end as they should, print what is expected, and wait for nothing.
fn test(name: &str, code: u8) -> Result<(), Failed> {
    let first = perform(name, &[VIRTUAL])?;
    let second = perform(name, &[VIRTUAL])?;
    let root = common::here("");
    let text = |outcome: &Outcome| {
        // The names of threads and the rest of a panic's header are the standard library's business.
        let errors = redact::stderr(&outcome.stderr, &root);
        format!("{}--- stderr\n{errors}", outcome.stdout)
    };
    if text(&first) != text(&second) {
        return Err(format!("two runs differ\n{}\n{}", text(&first), text(&second)).into());
    }
    if first.ending != Ending::Exit(i32::from(code)) {
        return Err(format!("expected exit code {code}, but it {}\n{}", first.ending, text(&first)).into());
    }
    let file = common::here(&format!("tests/stage/{name}.txt"));
    Assert::new().action_env("SNAPSHOTS").try_eq(
        Some(&name),
        Data::text(text(&first)).raw(),
        Data::read_from(&file, None).raw(),
    )?;
    Ok(())
}

/// The same listing without the option takes the seconds that it says.
fn the_real_clock_is_real() -> Result<(), Failed> {
    let started = Instant::now();
    let outcome = perform("nested_modules", &[])?;
    let took = started.elapsed();
    if outcome.stdout == "0.4s\n" && took >= Duration::from_millis(400) {
        return Ok(());
    }
    Err(format!("after {took:?}: {outcome:?}").into())
}

fn endless_listings_are_stopped() -> Result<(), Failed> {
    for (name, limit, ending) in [
        ("spins", Duration::from_millis(500), Ending::TimedOut),
        ("talks", Duration::from_secs(60), Ending::TooMuchOutput),
    ] {
        let mut command = Command::new(env::current_exe()?);
        let outcome = capture(command.args([name, VIRTUAL]).env("ON_STAGE", "1"), limit)?;
        if outcome.ending != ending || outcome.stdout.is_empty() {
            return Err(format!("{name} {}, after {} bytes", outcome.ending, outcome.stdout.len()).into());
        }
    }
    Ok(())
}

fn unknown_names_are_told() -> Result<(), Failed> {
    let program = env!("CARGO_BIN_EXE_part-tasks");
    let outcome = capture(Command::new(program).arg("nonsense"), Duration::from_secs(60))?;
    if outcome.ending == Ending::Exit(2) && outcome.stderr.contains("cargo run nonsense") {
        return Ok(());
    }
    Err(format!("{outcome:?}").into())
}

mod common;
