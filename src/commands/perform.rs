//! Runs listings for a reader to watch.

use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anstream::{eprint, eprintln, print, println};
use anstyle::Style;
use async_lessons::catalogue::{Catalogue, Kind, Listing};
use async_lessons::diagnose::diagnose;
use async_lessons::record::record;
use async_lessons::run::{self, Ending, TIME_LIMIT};
use async_lessons::twin;
use stage::Clock;

use super::contents;

/// How often the user has pressed Ctrl-C.
static INTERRUPTS: AtomicUsize = AtomicUsize::new(0);

/// How long an interrupted listing may take to clean up before it is stopped.
const GRACE: Duration = Duration::from_secs(5);

/// The exit code that shells give to an interrupted command.
const INTERRUPTED: u8 = 130;

const DIM: Style = Style::new().dimmed();

/// How listings are shown.
#[derive(Clone, Copy)]
pub enum View {
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

/// Runs listings one after the other; a heading goes before each, unless there is one only.
pub fn all(catalogue: &Catalogue, listings: &[&Listing], view: View, is_single: bool) -> ExitCode {
    // A terminal sends Ctrl-C to the listing as well. It ends by it, or cleans up first; this program waits for it.
    let _ = ctrlc::set_handler(|| {
        INTERRUPTS.fetch_add(1, Ordering::SeqCst);
    });
    if !matches!(view, View::Twin)
        && let Err(message) = run::build(catalogue, listings.iter().copied())
    {
        return super::fail(&message);
    }
    let mut failures = 0;
    for listing in listings {
        if !is_single {
            println!("{DIM}──{DIM:#} {listing}{}", contents::remark(listing));
        }
        if let Err(message) = one(catalogue, listing, view) {
            super::complain(&message);
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
fn one(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<(), String> {
    match view {
        View::Run(clock) => run_one(catalogue, listing, clock),
        View::Timeline { is_ascii } if listing.kind.is_virtual() => {
            run_one(catalogue, listing, Clock::Virtual)?;
            let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
            let (trace, _) = record(catalogue, listing)?;
            match timeline::in_terminal(&trace, columns, is_ascii) {
                Ok(drawing) => print!("\n{drawing}"),
                Err(nothing) => eprintln!("{DIM}{nothing}{DIM:#}"),
            }
            Ok(())
        }
        View::Twin if listing.kind == Kind::Hang => {
            eprintln!("{DIM}it may wait for ever: shown on the virtual clock, which can tell{DIM:#}");
            finish(listing, &mut twin::command(catalogue, listing, Clock::Virtual)?, None)
        }
        View::Twin => finish(
            listing,
            &mut twin::command(catalogue, listing, Clock::Real)?,
            Some(Ending::Exit(0)),
        ),
        View::Timeline { .. } => {
            eprintln!("{DIM}no timeline: {}{DIM:#}", listing.kind.remark());
            run_one(catalogue, listing, Clock::Real)
        }
    }
}

/// Runs or compiles one listing.
fn run_one(catalogue: &Catalogue, listing: &Listing, clock: Clock) -> Result<(), String> {
    let clock = match listing.kind {
        Kind::Fail => {
            let diagnoses = diagnose(catalogue, [listing])?;
            let message = diagnoses.get(&listing.name()).filter(|message| !message.is_empty());
            eprint!(
                "{}",
                message.ok_or_else(|| format!("{listing} compiles, and must not"))?
            );
            return Ok(());
        }
        Kind::Hang if clock == Clock::Real => {
            eprintln!("{DIM}it would wait for ever: shown on the virtual clock, which can tell{DIM:#}");
            Clock::Virtual
        }
        Kind::Real if clock == Clock::Virtual => {
            eprintln!("{DIM}it needs the real clock{DIM:#}");
            Clock::Real
        }
        _ => clock,
    };
    let promised = listing.kind.exit_code().map(Ending::Exit);
    finish(listing, &mut run::on_stage(listing, clock)?, promised)
}

/// Runs a command for the reader to see, and complains if it does not end as promised, if something is.
fn finish(listing: &Listing, command: &mut Command, promised: Option<Ending>) -> Result<(), String> {
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| format!("{listing} cannot be started: {error}"))?;
    let ending = wait(&mut child).map_err(|error| format!("{listing}: {error}"))?;
    if promised.is_none_or(|promised| promised == ending) || INTERRUPTS.load(Ordering::SeqCst) > 0 {
        return Ok(());
    }
    Err(format!("{listing} {ending}"))
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
