//! `try`: runs a program that a reader wrote.

mod account;
mod attend;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

use anstyle::Style;
use clap::Args;

use self::account::account;
use self::attend::{Watched, attend, catch_interrupts, is_interrupted};
use super::passing::{Passing, Stop};
use super::powers::{MOST_ORDERS, print_cuts, print_orders};
use super::report::{FAILED, fail, misuse};
use crate::catalogue::Catalogue;
use crate::problem::{Result, problem};
use crate::run::attempt::{self, Attempt, Built, Change, Kind};
use crate::run::{Ending, INTERRUPTED, cuts, orders, replace_by};
use crate::terminal;

const DIM: Style = Style::new().dimmed();

/// Which program to run, and how.
#[derive(Args)]
pub struct Options {
    /// A Rust file with a `main` or with tests, or the folder of a Cargo project
    path: PathBuf,
    /// Draw a timeline of the program's tasks
    #[arg(long)]
    timeline: bool,
    /// Draw the timeline with ASCII characters only
    #[arg(long, requires = "timeline")]
    ascii: bool,
    /// Write a page with the code, the output and the timeline, and open it in a browser
    #[arg(long)]
    open: bool,
    /// Run it again whenever one of its files changes
    #[arg(long)]
    watch: bool,
    /// Run it as it is instead: on plain Tokio and the real clock
    #[arg(long, conflicts_with_all = ["timeline", "open", "watch", "tests"])]
    real: bool,
    /// Run its test functions instead of its `main`
    #[arg(long)]
    tests: bool,
    /// Run it again for each wait of a lane, which is cancelled there: what is printed, what is lost. The lane is named by its label in
    /// the timeline, its number there, or as `line N`, where it was spawned
    #[arg(long, value_name = "LANE", conflicts_with_all = ["timeline", "open", "watch", "real", "tests", "orders", "seed"])]
    cut: Option<String>,
    /// Run it in that many orders, and group what is printed. Woken tasks are polled in another order, as Tokio may, and its own random
    /// choices are others. All tasks run on one thread, and none is stopped within a poll
    #[arg(long, value_name = "COUNT", conflicts_with_all = ["timeline", "open", "watch", "real", "tests", "seed"])]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=MOST_ORDERS))]
    orders: Option<u64>,
    /// Run it in the order that `--orders` has found under this number
    #[arg(long, value_name = "NUMBER", conflicts_with = "real")]
    seed: Option<u64>,
    /// What the program gets as its arguments
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<OsString>,
}

/// Runs a program, again and again if it is watched. The exit code is the program's.
pub fn run(catalogue: &Catalogue, options: &Options) -> ExitCode {
    let attempt = match Attempt::find(&catalogue.root, &options.path) {
        Ok(attempt) => attempt,
        Err(problem) => return misuse(&problem),
    };
    let mut watched = Watched::new(vec![attempt.main()]);
    loop {
        let code = run_once(catalogue, &attempt, options, &mut watched);
        if !options.watch {
            return code;
        }
        terminal::note(&format_args!(
            "{DIM}waiting until {} changes{DIM:#}",
            attempt.shown.display()
        ));
        catch_interrupts();
        while !watched.have_changed() {
            if is_interrupted() {
                return ExitCode::from(INTERRUPTED);
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Builds a program, and runs it until it ends or one of its files changes.
fn run_once(catalogue: &Catalogue, attempt: &Attempt, options: &Options, watched: &mut Watched) -> ExitCode {
    let kind = match options {
        Options { real: true, .. } => Kind::Plain,
        Options { tests: true, .. } => Kind::Tests,
        _ => Kind::Stage,
    };
    watched.look();
    let attempts = match kind {
        Kind::Tests => attempt.tested(),
        _ => vec![attempt.clone()],
    };
    let mut code = ExitCode::SUCCESS;
    for attempt in attempts {
        code = run_one(catalogue, &attempt, kind, options, watched);
        if code != ExitCode::SUCCESS {
            break;
        }
    }
    code
}

/// Builds a program or its tests, and runs that.
fn run_one(catalogue: &Catalogue, attempt: &Attempt, kind: Kind, options: &Options, watched: &mut Watched) -> ExitCode {
    let built = match attempt::build(&catalogue.root, attempt, kind) {
        Ok(built) => built,
        Err(problem) => return fail(&problem),
    };
    watched.also(built.sources.iter().map(|source| source.file.clone()));
    if let Some(code) = in_other_ways(attempt, &built, options) {
        return code;
    }
    let mut command = Command::new(&built.program);
    command.args(&options.arguments);
    if kind == Kind::Plain {
        return replace_by(&mut command).unwrap_or_else(|problem| fail(&problem));
    }
    if built.kind == Kind::Tests && (options.timeline || options.open) {
        terminal::note(&format_args!(
            "{DIM}note: tests have no timeline; each of them is a program of its own{DIM:#}"
        ));
    }
    for remark in attempt::remarks(&built) {
        terminal::note(&format_args!("{DIM}note: {remark}{DIM:#}"));
    }
    follow(attempt, &built, command, options, watched).unwrap_or_else(|problem| fail(&problem))
}

/// Cuts a lane of a program, or runs it in many orders, if the options ask for that.
fn in_other_ways(attempt: &Attempt, built: &Built, options: &Options) -> Option<ExitCode> {
    let is_asked = options.cut.is_some() || options.orders.is_some();
    if is_asked && built.kind == Kind::Tests {
        return Some(misuse(
            &"`--cut` and `--orders` take a program with a `main`, not tests",
        ));
    }
    if let Some(lane) = &options.cut {
        return Some(print_cuts(cuts::of_attempt(attempt, built, &options.arguments, lane)));
    }
    let run = |seed| orders::of_attempt(attempt, built, &options.arguments, seed);
    let name = attempt.shown.display().to_string();
    Some(print_orders(&name, orders::orders(options.orders?, run), false))
}

/// Runs a program on the stage, and says where its time went.
fn follow(
    attempt: &Attempt,
    built: &Built,
    mut command: Command,
    options: &Options,
    watched: &Watched,
) -> Result<ExitCode> {
    let change = Change {
        cut: None,
        seed: options.seed,
    };
    let recording = attempt::record(attempt, built, change, &mut command)?;
    let shown = attempt.shown.display();
    let cannot_run = |error: io::Error| problem!("cannot run {shown}: {error}");
    // A page shows the two streams apart.
    let passing = Passing::start(&mut command, options.open).map_err(cannot_run)?;
    let is_stopped = || passing.is_stopped() || (options.watch && watched.have_changed());
    let ending = attend(&mut command, &is_stopped).map_err(cannot_run)?;
    // It holds the pipes open.
    drop(command);
    let stop = passing.finish();
    let trace = recording.trace()?;
    if built.kind != Kind::Tests {
        account(attempt, &recording, trace.as_ref(), &passing.printed(), options)?;
    }
    Ok(match (stop, ending) {
        (Some(Stop::Lost(error)), _) => error.report(),
        (Some(Stop::TooMuch), _) => fail(&problem!("{shown} {}", Ending::TooMuchOutput)),
        (None, None) => ExitCode::from(INTERRUPTED),
        (None, Some(Ending::Exit(code))) => ExitCode::from(u8::try_from(code).unwrap_or(FAILED)),
        (None, Some(ending)) => fail(&problem!("{shown} {ending}")),
    })
}
