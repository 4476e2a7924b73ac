//! Runs listings in a terminal.

use std::io;
use std::process::{Command, ExitCode};

use anstyle::Style;
use clap::Args;
use stage::Clock;
use stage::orders::SEED;
use timeline::html::visible;

use super::passing::{Passing, Stop};
use super::powers::{MOST_ORDERS, print_cuts, print_orders};
use super::{contents, report};
use crate::catalogue::{COMPILE_FAIL, Catalogue, FindError, Listing, Suffix};
use crate::figure::all_requests;
use crate::problem::{Problem, Result, problem};
use crate::run::diagnose::diagnose;
use crate::run::output::{is_compile_error, snapshots};
use crate::run::record::record;
use crate::run::{self, Ending, INTERRUPTED, cuts, is_interrupted, orders, twin};
use crate::terminal::{self, CannotPrint};

const DIM: Style = Style::new().dimmed();

/// Which listings to run, and how.
#[derive(Args)]
pub struct RunArguments {
    /// Parts, chapters or listings to run, in this order; `all` for every listing. Without names, print the table of contents
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// Run on the virtual clock: the same output, without waiting
    #[arg(long = "virtual", requires = "names")]
    is_virtual: bool,
    /// Run on the virtual clock, and draw a timeline of the tasks
    #[arg(long, requires = "names")]
    timeline: bool,
    /// Run the asyncio twin in Python instead, on the real clock
    #[arg(long, requires = "names", conflicts_with_all = ["is_virtual", "timeline"])]
    python: bool,
    /// Draw the timeline with ASCII characters only
    #[arg(long, requires = "timeline")]
    ascii: bool,
    /// Run one listing again for each wait of a lane, which is cancelled there: what is printed, what is lost. The lane is named by its
    /// label in the timeline, its number there, or as `line N`, where it was spawned
    #[arg(long, value_name = "LANE", requires = "names", conflicts_with_all = ["is_virtual", "timeline", "python", "orders", "seed"])]
    cut: Option<String>,
    /// Run one listing in that many orders, and group what is printed. Woken tasks are polled in another order, as Tokio may, and its own
    /// random choices are others. All tasks run on one thread, and none is stopped within a poll
    #[arg(long, value_name = "COUNT", requires = "names", conflicts_with_all = ["is_virtual", "timeline", "python", "seed"])]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=MOST_ORDERS))]
    orders: Option<u64>,
    /// Run on the virtual clock, in the order that `--orders` has found under this number
    #[arg(long, value_name = "NUMBER", requires = "names", conflicts_with = "python")]
    seed: Option<u64>,
}

/// How to run listings.
#[derive(Clone, Copy)]
enum Mode {
    /// Run the listing on a clock, and in the order of a seed.
    Run(Clock, Option<u64>),
    /// Run the listing on the virtual clock and draw its timeline.
    Timeline {
        /// The seed of the order in which tasks are polled.
        seed: Option<u64>,
        /// Whether to draw with ASCII characters only.
        is_ascii: bool,
    },
    /// Run the asyncio twin on the real clock.
    Twin,
}

/// Runs the named listings in order. `commands` are the names of the commands, one of which the user may have mistyped.
pub fn run_named(catalogue: &Catalogue, lessons: &RunArguments, commands: &[String]) -> ExitCode {
    let mut selections = Vec::new();
    for name in &lessons.names {
        match catalogue.find(name) {
            Ok(selection) => selections.push(selection),
            Err(error) => return report::misuse(&suggest_commands(error, commands)),
        }
    }
    let is_one_listing = matches!(selections.as_slice(), [selection] if selection.is_listing);
    let mut listings: Vec<_> = selections
        .into_iter()
        .flat_map(|selection| selection.listings)
        .collect();
    let names = lessons.names.join(", ");
    if listings.is_empty() {
        return report::misuse(&format_args!(
            "{names} has no listings to run; `cargo run list` shows where there are some"
        ));
    }
    if lessons.python {
        listings.retain(|listing| twin::file(catalogue, listing).is_some());
        if listings.is_empty() {
            return report::misuse(&format_args!("{names} has no twin in Python"));
        }
    }
    if lessons.cut.is_none() && lessons.orders.is_none() {
        return run_all(catalogue, &listings, Mode::of(lessons), !is_one_listing);
    }
    let [listing] = listings[..] else {
        return report::misuse(&"`--cut` and `--orders` take one listing, CHAPTER/LISTING");
    };
    if !listing.suffix.is_virtual() {
        let remark = listing.suffix.remark();
        return report::misuse(&format_args!("{listing} does not run on the virtual clock: {remark}"));
    }
    if let Err(problem) = run::build(catalogue, [listing]) {
        return report::fail(&problem);
    }
    match (&lessons.cut, lessons.orders) {
        (Some(lane), _) => print_cuts(cuts::of_listing(catalogue, listing, lane)),
        (None, count) => {
            let run = |seed| orders::of_listing(catalogue, listing, seed);
            print_orders(
                &names,
                orders::orders(count.unwrap_or(1), run),
                is_about_order(catalogue, listing),
            )
        }
    }
}

/// Whether a chapter says that the listing prints something else in other orders.
fn is_about_order(catalogue: &Catalogue, listing: &Listing) -> bool {
    let mut requests = all_requests(catalogue).into_iter();
    requests.any(|request| request.shows(listing).is_some_and(|view| view.ordered))
}

/// Adds the commands that are similar to an unknown name to the suggestions.
fn suggest_commands(error: FindError, commands: &[String]) -> FindError {
    match error {
        FindError::Unknown { name, mut nearest } => {
            let similar = commands
                .iter()
                .filter(|command| strsim::damerau_levenshtein(command, &name) <= 2);
            nearest.splice(0..0, similar.cloned());
            FindError::Unknown { name, nearest }
        }
        other => other,
    }
}

impl Mode {
    /// The mode that the options ask for.
    fn of(lessons: &RunArguments) -> Mode {
        match lessons {
            RunArguments {
                timeline: true,
                ascii,
                seed,
                ..
            } => Mode::Timeline {
                is_ascii: *ascii,
                seed: *seed,
            },
            RunArguments { python: true, .. } => Mode::Twin,
            RunArguments { seed: Some(seed), .. } => Mode::Run(Clock::Virtual, Some(*seed)),
            RunArguments { is_virtual: true, .. } => Mode::Run(Clock::Virtual, None),
            _ => Mode::Run(Clock::Real, None),
        }
    }
}

/// Why a run stops here.
enum Failure {
    /// The listing did not do what its suffix promises.
    Listing(Problem),
    /// Standard output cannot be written to, so nothing else can be shown.
    Output(CannotPrint),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        Failure::Listing(problem)
    }
}

impl From<CannotPrint> for Failure {
    fn from(error: CannotPrint) -> Failure {
        Failure::Output(error)
    }
}

/// Runs listings one after the other, with or without a heading before each.
fn run_all(catalogue: &Catalogue, listings: &[&Listing], mode: Mode, with_headings: bool) -> ExitCode {
    // On Ctrl-C, the listing ends or cleans up first. This process waits for it.
    run::pass_on_interrupt();
    if !matches!(mode, Mode::Twin)
        && let Err(problem) = run::build(catalogue, listings.iter().copied())
    {
        return report::fail(&problem);
    }
    let mut failures = 0;
    for listing in listings {
        let heading = match with_headings {
            true => format!("{DIM}──{DIM:#} {listing}{}\n", contents::remark(listing)),
            false => String::new(),
        };
        let done = terminal::print(&heading).map_err(Failure::from);
        match done.and_then(|()| run_in_mode(catalogue, listing, mode)) {
            Ok(()) => {}
            Err(Failure::Output(error)) => return error.report(),
            Err(Failure::Listing(problem)) => {
                terminal::print_error(&problem);
                failures += 1;
            }
        }
        if is_interrupted() {
            return ExitCode::from(INTERRUPTED);
        }
    }
    match failures {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(report::FAILED),
    }
}

/// Prints a remark about a run.
fn note(remark: &str) {
    terminal::note(&format_args!("{DIM}{remark}{DIM:#}"));
}

/// Runs one listing or its twin.
fn run_in_mode(catalogue: &Catalogue, listing: &Listing, mode: Mode) -> Result<(), Failure> {
    match mode {
        Mode::Run(clock, seed) => run_listing(catalogue, listing, clock, seed),
        Mode::Timeline { is_ascii, seed } if listing.suffix.is_virtual() => {
            run_listing(catalogue, listing, Clock::Virtual, seed)?;
            match timeline::in_terminal(&record(catalogue, listing, seed)?.0, terminal::columns(), is_ascii) {
                Ok(drawing) => terminal::print(&format!("\n{drawing}"))?,
                Err(reason) => note(&reason.to_string()),
            }
            Ok(())
        }
        Mode::Twin if listing.suffix == Suffix::Hang => {
            note("may hang; running on the virtual clock, which detects that");
            run_to_end(listing, twin::command(catalogue, listing, Clock::Virtual)?, None)
        }
        Mode::Twin => run_to_end(
            listing,
            twin::command(catalogue, listing, Clock::Real)?,
            Some(Ending::Exit(0)),
        ),
        Mode::Timeline { .. } => {
            note(&format!("no timeline: {}", listing.suffix.remark()));
            run_listing(catalogue, listing, Clock::Real, None)
        }
    }
}

/// Runs or compiles one listing, on another clock if its suffix requires that.
fn run_listing(catalogue: &Catalogue, listing: &Listing, clock: Clock, seed: Option<u64>) -> Result<(), Failure> {
    let clock = match listing.suffix {
        Suffix::Fail => {
            let message = diagnose(catalogue, [listing])?
                .remove(&listing.name())
                .unwrap_or_default();
            if !message.is_empty() {
                terminal::note(&visible(message.trim_end()));
            }
            if !is_compile_error(&message) {
                note(&format!(
                    "{listing} compiles now: solved. `cargo run -p listings --features {COMPILE_FAIL} --example {}` runs it",
                    listing.example()
                ));
            }
            return Ok(());
        }
        Suffix::Hang if clock == Clock::Real => {
            note("would hang; running on the virtual clock, which detects that");
            Clock::Virtual
        }
        Suffix::Real if clock == Clock::Virtual => {
            note("running on the real clock, which this listing needs");
            Clock::Real
        }
        _ => clock,
    };
    let mut command = run::on_stage(listing, clock)?;
    if let Some(seed) = seed.filter(|_| clock == Clock::Virtual) {
        command.args([SEED, &seed.to_string()]);
    }
    // Where a panic is the point, a backtrace would bury it.
    if snapshots(catalogue, listing).stderr.contains(" panicked at ") {
        command.env_remove("RUST_BACKTRACE").env_remove("RUST_LIB_BACKTRACE");
    }
    run_to_end(listing, command, listing.suffix.exit_code().map(Ending::Exit))
}

/// Runs a command and passes its output on. Fails if it does not end as promised; `None` promises nothing.
fn run_to_end(listing: &Listing, mut command: Command, promised: Option<Ending>) -> Result<(), Failure> {
    let cannot_run = |error: io::Error| problem!("cannot run {listing}: {error}");
    let passing = Passing::start(&mut command, false).map_err(cannot_run)?;
    let ending = run::attend(&mut command, &|| passing.is_stopped()).map_err(cannot_run)?;
    // It holds the pipes open.
    drop(command);
    let ending = match passing.finish() {
        Some(Stop::Lost(error)) => return Err(error.into()),
        Some(Stop::TooMuch) => Ending::TooMuchOutput,
        None => ending,
    };
    if promised.is_none_or(|promised| promised == ending) || is_interrupted() {
        return Ok(());
    }
    Err(problem!("{listing} {ending}").into())
}
