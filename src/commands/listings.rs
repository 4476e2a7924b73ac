//! Runs listings in a terminal.

use std::process::{Command, ExitCode};

use anstream::{eprint, eprintln, print, println};
use anstyle::Style;
use clap::Args;
use stage::Clock;

use super::{contents, report};
use crate::catalogue::{Catalogue, FindError, Listing, Suffix};
use crate::problem::{Problem, Result, problem};
use crate::run::diagnose::diagnose;
use crate::run::record::record;
use crate::run::{self, Ending, INTERRUPTED, is_interrupted, twin};

const DIM: Style = Style::new().dimmed();

/// Which listings to run, and how.
#[derive(Args)]
pub struct RunArguments {
    /// Parts, chapters or listings to run, in this order; `all` for every listing. Without names, print the table of contents
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// Run on the virtual clock: the same output, without waiting
    #[arg(long = "virtual")]
    is_virtual: bool,
    /// Run on the virtual clock, and draw a timeline of the tasks
    #[arg(long)]
    timeline: bool,
    /// Run the asyncio twin in Python instead, on the real clock
    #[arg(long, conflicts_with_all = ["is_virtual", "timeline"])]
    python: bool,
    /// Draw the timeline with ASCII characters only
    #[arg(long, requires = "timeline")]
    ascii: bool,
}

/// How to run listings.
#[derive(Clone, Copy)]
enum Mode {
    /// Run the listing on a clock.
    Run(Clock),
    /// Run the listing on the virtual clock and draw its timeline.
    Timeline {
        /// Whether to draw with ASCII characters only.
        is_ascii: bool,
    },
    /// Run the asyncio twin on the real clock.
    Twin,
}

/// Runs the named listings in order. `commands` are the names of the commands, one of which the user may have mistyped.
pub fn run_named(catalogue: &Catalogue, lessons: &RunArguments, commands: &[&str]) -> ExitCode {
    let mut selections = Vec::new();
    for name in &lessons.names {
        match catalogue.find(name) {
            Ok(selection) => selections.push(selection),
            Err(error) => return report::misuse(&suggest_commands(error, commands)),
        }
    }
    let is_one_listing = matches!(selections.as_slice(), [selection] if selection.is_listing);
    let listings: Vec<_> = selections
        .into_iter()
        .flat_map(|selection| selection.listings)
        .filter(|listing| is_one_listing || !lessons.python || twin::file(catalogue, listing).is_some())
        .collect();
    if listings.is_empty() {
        return report::fail(&Problem::from("none of these listings has a twin in Python"));
    }
    run_all(catalogue, &listings, Mode::of(lessons), !is_one_listing)
}

/// Adds the commands that are similar to an unknown name to the suggestions.
fn suggest_commands(error: FindError, commands: &[&str]) -> FindError {
    match error {
        FindError::Unknown { name, mut nearest } => {
            let similar = commands
                .iter()
                .filter(|command| strsim::damerau_levenshtein(command, &name) <= 2);
            nearest.splice(0..0, similar.map(|command| (*command).to_owned()));
            FindError::Unknown { name, nearest }
        }
        ambiguous => ambiguous,
    }
}

impl Mode {
    /// The mode that the options ask for.
    fn of(lessons: &RunArguments) -> Mode {
        match lessons {
            RunArguments {
                timeline: true, ascii, ..
            } => Mode::Timeline { is_ascii: *ascii },
            RunArguments { python: true, .. } => Mode::Twin,
            RunArguments { is_virtual: true, .. } => Mode::Run(Clock::Virtual),
            _ => Mode::Run(Clock::Real),
        }
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
        if with_headings {
            println!("{DIM}──{DIM:#} {listing}{}", contents::remark(listing));
        }
        if let Err(problem) = run_in_mode(catalogue, listing, mode) {
            report::print_error(&problem);
            failures += 1;
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

/// Runs one listing or its twin.
///
/// # Errors
/// Fails if the listing does not do what its suffix promises.
fn run_in_mode(catalogue: &Catalogue, listing: &Listing, mode: Mode) -> Result<()> {
    match mode {
        Mode::Run(clock) => run_listing(catalogue, listing, clock),
        Mode::Timeline { is_ascii } if listing.suffix.is_virtual() => {
            run_listing(catalogue, listing, Clock::Virtual)?;
            let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
            match timeline::in_terminal(&record(catalogue, listing)?.0, columns, is_ascii) {
                Ok(drawing) => print!("\n{drawing}"),
                Err(reason) => eprintln!("{DIM}{reason}{DIM:#}"),
            }
            Ok(())
        }
        Mode::Twin if listing.suffix == Suffix::Hang => {
            eprintln!("{DIM}may hang; running on the virtual clock, which detects that{DIM:#}");
            run_to_end(listing, &mut twin::command(catalogue, listing, Clock::Virtual)?, None)
        }
        Mode::Twin => run_to_end(
            listing,
            &mut twin::command(catalogue, listing, Clock::Real)?,
            Some(Ending::Exit(0)),
        ),
        Mode::Timeline { .. } => {
            eprintln!("{DIM}no timeline: {}{DIM:#}", listing.suffix.remark());
            run_listing(catalogue, listing, Clock::Real)
        }
    }
}

/// Runs or compiles one listing, on another clock if its suffix requires that.
fn run_listing(catalogue: &Catalogue, listing: &Listing, clock: Clock) -> Result<()> {
    let clock = match listing.suffix {
        Suffix::Fail => {
            let diagnoses = diagnose(catalogue, [listing])?;
            let message = diagnoses.get(&listing.name()).filter(|message| !message.is_empty());
            eprint!(
                "{}",
                message.ok_or_else(|| problem!("{listing} compiles, but a listing named `.fail.rs` must not"))?
            );
            return Ok(());
        }
        Suffix::Hang if clock == Clock::Real => {
            eprintln!("{DIM}would hang; running on the virtual clock, which detects that{DIM:#}");
            Clock::Virtual
        }
        Suffix::Real if clock == Clock::Virtual => {
            eprintln!("{DIM}running on the real clock, which this listing needs{DIM:#}");
            Clock::Real
        }
        _ => clock,
    };
    let promised = listing.suffix.exit_code().map(Ending::Exit);
    run_to_end(listing, &mut run::on_stage(listing, clock)?, promised)
}

/// Runs a command whose output goes to the terminal. Fails if it does not end as promised; `None` promises nothing.
fn run_to_end(listing: &Listing, command: &mut Command, promised: Option<Ending>) -> Result<()> {
    let ending = run::attend(command).map_err(|error| format!("cannot run {listing}: {error}"))?;
    if promised.is_none_or(|promised| promised == ending) || is_interrupted() {
        return Ok(());
    }
    Err(problem!("{listing} {ending}"))
}
