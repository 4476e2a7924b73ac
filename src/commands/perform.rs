//! Runs listings for a reader to watch.

use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anstream::{eprint, eprintln, print, println};
use anstyle::Style;
use clap::CommandFactory;
use stage::Clock;

use super::{Cli, Lessons, contents};
use crate::catalogue::{Catalogue, FindError, Listing, Suffix};
use crate::problem::{Problem, Result, problem};
use crate::run::diagnose::diagnose;
use crate::run::record::record;
use crate::run::{self, Ending, TIME_LIMIT, twin};

/// How often the user has pressed Ctrl-C.
static INTERRUPTS: AtomicUsize = AtomicUsize::new(0);

/// How long an interrupted listing may take to clean up before it is stopped.
const GRACE: Duration = Duration::from_secs(5);

/// The exit code that shells give to an interrupted command.
const INTERRUPTED: u8 = 130;

const DIM: Style = Style::new().dimmed();

/// How listings are shown.
#[derive(Clone, Copy)]
enum View {
    /// Run on a clock.
    Run(Clock),
    /// Run on the virtual clock, and drawn.
    Timeline {
        /// Whether only ASCII characters may be used.
        is_ascii: bool,
    },
    /// The asyncio twin, in real time.
    Twin,
}

/// Runs all that was named, in order.
pub fn selected(catalogue: &Catalogue, lessons: &Lessons) -> ExitCode {
    let view = View::of(lessons);
    let mut selections = Vec::new();
    for name in &lessons.names {
        match catalogue.find(name) {
            Ok(selection) => selections.push(selection),
            Err(error) => return super::misuse(&with_commands(error)),
        }
    }
    let is_single = matches!(selections.as_slice(), [selection] if selection.is_single);
    let listings: Vec<_> = selections
        .into_iter()
        .flat_map(|selection| selection.listings)
        .filter(|listing| is_single || !lessons.python || twin::file(catalogue, listing).is_some())
        .collect();
    if listings.is_empty() {
        return super::fail(&Problem::from("nothing of that has a twin in Python"));
    }
    all(catalogue, &listings, view, is_single)
}

/// An unknown name may be a command's, mistyped.
fn with_commands(error: FindError) -> FindError {
    match error {
        FindError::Unknown { name, mut nearest } => {
            let cli = Cli::command();
            let commands = cli.get_subcommands().map(|command| command.get_name().to_owned());
            let alike = commands.filter(|command| strsim::damerau_levenshtein(command, &name) <= 2);
            nearest.splice(0..0, alike.collect::<Vec<_>>());
            FindError::Unknown { name, nearest }
        }
        ambiguous => ambiguous,
    }
}

impl View {
    fn of(lessons: &Lessons) -> View {
        match lessons {
            Lessons {
                timeline: true, ascii, ..
            } => View::Timeline { is_ascii: *ascii },
            Lessons { python: true, .. } => View::Twin,
            Lessons { is_virtual: true, .. } => View::Run(Clock::Virtual),
            _ => View::Run(Clock::Real),
        }
    }
}

/// Runs listings one after the other; a heading goes before each, unless there is one only.
fn all(catalogue: &Catalogue, listings: &[&Listing], view: View, is_single: bool) -> ExitCode {
    // A terminal sends Ctrl-C to the listing as well. It ends by it, or cleans up first; this program waits for it.
    let _ = ctrlc::set_handler(|| {
        INTERRUPTS.fetch_add(1, Ordering::SeqCst);
    });
    if !matches!(view, View::Twin)
        && let Err(problem) = run::build(catalogue, listings.iter().copied())
    {
        return super::fail(&problem);
    }
    let mut failures = 0;
    for listing in listings {
        if !is_single {
            println!("{DIM}──{DIM:#} {listing}{}", contents::remark(listing));
        }
        if let Err(problem) = one(catalogue, listing, view) {
            super::complain(&problem);
            failures += 1;
        }
        if INTERRUPTS.load(Ordering::SeqCst) > 0 {
            return ExitCode::from(INTERRUPTED);
        }
    }
    match failures {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(super::FAILED),
    }
}

/// Shows one listing, and complains if it does not do what its suffix says.
fn one(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<()> {
    match view {
        View::Run(clock) => run_one(catalogue, listing, clock),
        View::Timeline { is_ascii } if listing.suffix.is_virtual() => {
            run_one(catalogue, listing, Clock::Virtual)?;
            let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
            match timeline::in_terminal(&record(catalogue, listing)?.0, columns, is_ascii) {
                Ok(drawing) => print!("\n{drawing}"),
                Err(nothing) => eprintln!("{DIM}{nothing}{DIM:#}"),
            }
            Ok(())
        }
        View::Twin if listing.suffix == Suffix::Hang => {
            eprintln!("{DIM}it may wait for ever: shown on the virtual clock, which can tell{DIM:#}");
            finish(listing, &mut twin::command(catalogue, listing, Clock::Virtual)?, None)
        }
        View::Twin => finish(
            listing,
            &mut twin::command(catalogue, listing, Clock::Real)?,
            Some(Ending::Exit(0)),
        ),
        View::Timeline { .. } => {
            eprintln!("{DIM}no timeline: {}{DIM:#}", listing.suffix.remark());
            run_one(catalogue, listing, Clock::Real)
        }
    }
}

/// Runs or compiles one listing.
fn run_one(catalogue: &Catalogue, listing: &Listing, clock: Clock) -> Result<()> {
    let clock = match listing.suffix {
        Suffix::Fail => {
            let diagnoses = diagnose(catalogue, [listing])?;
            let message = diagnoses.get(&listing.name()).filter(|message| !message.is_empty());
            eprint!(
                "{}",
                message.ok_or_else(|| problem!("{listing} compiles, and must not"))?
            );
            return Ok(());
        }
        Suffix::Hang if clock == Clock::Real => {
            eprintln!("{DIM}it would wait for ever: shown on the virtual clock, which can tell{DIM:#}");
            Clock::Virtual
        }
        Suffix::Real if clock == Clock::Virtual => {
            eprintln!("{DIM}it needs the real clock{DIM:#}");
            Clock::Real
        }
        _ => clock,
    };
    let promised = listing.suffix.exit_code().map(Ending::Exit);
    finish(listing, &mut run::on_stage(listing, clock)?, promised)
}

/// Runs a command for the reader to see, and complains if it does not end as promised, if something is.
fn finish(listing: &Listing, command: &mut Command, promised: Option<Ending>) -> Result<()> {
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| format!("{listing} cannot be started: {error}"))?;
    let ending = wait(&mut child).map_err(|error| format!("{listing}: {error}"))?;
    if promised.is_none_or(|promised| promised == ending) || INTERRUPTS.load(Ordering::SeqCst) > 0 {
        return Ok(());
    }
    Err(problem!("{listing} {ending}"))
}

/// Waits for a listing to end, to be interrupted, or to take too long.
fn wait(child: &mut Child) -> std::io::Result<Ending> {
    let started = Instant::now();
    let mut interrupted = None;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(run::ending(status));
        }
        let interrupts = INTERRUPTS.load(Ordering::SeqCst);
        if interrupts > 0 {
            let since = *interrupted.get_or_insert_with(Instant::now);
            if interrupts > 1 || since.elapsed() > GRACE {
                child.kill()?;
                child.wait()?;
                return Ok(Ending::Killed);
            }
        } else if started.elapsed() > TIME_LIMIT {
            child.kill()?;
            child.wait()?;
            return Ok(Ending::TimedOut);
        }
        thread::sleep(Duration::from_millis(5));
    }
}
