//! `try`: runs a program that a reader wrote.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anstyle::Style;
use clap::Args;
use timeline::Trace;

use super::passing::{Passing, Stop};
use super::report::{FAILED, fail, misuse};
use crate::catalogue::Catalogue;
use crate::problem::{Result, problem};
use crate::run::attempt::{self, Attempt, Built, Kind, Recording};
use crate::run::{Ending, INTERRUPTED, replace_by};
use crate::terminal;

const HEADING: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How long a program may take to end after its output was cut or it was interrupted, in real time: it still writes what it recorded.
const GRACE: Duration = Duration::from_secs(3);

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
    /// Run it as it is instead: on plain Tokio and the real clock
    #[arg(long, conflicts_with_all = ["timeline", "tests"])]
    real: bool,
    /// Run its test functions instead of its `main`
    #[arg(long)]
    tests: bool,
    /// What the program gets as its arguments
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<OsString>,
}

/// Runs a program. The exit code is the program's.
pub fn run(catalogue: &Catalogue, options: &Options) -> ExitCode {
    let attempt = match Attempt::find(&catalogue.root, &options.path) {
        Ok(attempt) => attempt,
        Err(problem) => return misuse(&problem),
    };
    let kind = match options {
        Options { real: true, .. } => Kind::Plain,
        Options { tests: true, .. } => Kind::Tests,
        _ => Kind::Stage,
    };
    let built = match attempt::build(&catalogue.root, &attempt, kind) {
        Ok(built) => built,
        Err(problem) => return fail(&problem),
    };
    let mut command = Command::new(&built.program);
    command.args(&options.arguments);
    if kind == Kind::Plain {
        return replace_by(&mut command).unwrap_or_else(|problem| fail(&problem));
    }
    for remark in attempt::remarks(&built) {
        terminal::note(&format_args!("{DIM}note: {remark}{DIM:#}"));
    }
    follow(&attempt, &built, command, options).unwrap_or_else(|problem| fail(&problem))
}

/// Runs a program on the stage, and says where its time went.
fn follow(attempt: &Attempt, built: &Built, mut command: Command, options: &Options) -> Result<ExitCode> {
    let recording = attempt::record(attempt, built, &mut command)?;
    let shown = attempt.shown.display();
    let cannot_run = |error: io::Error| problem!("cannot run {shown}: {error}");
    let passing = Passing::start(&mut command).map_err(cannot_run)?;
    let ending = attend(&mut command, &passing).map_err(cannot_run)?;
    // It holds the pipes open.
    drop(command);
    let stop = passing.finish();
    let trace = recording.trace()?;
    if built.kind != Kind::Tests {
        account(&recording, trace.as_ref(), options);
    }
    Ok(match (stop, ending) {
        (Some(Stop::Lost(error)), _) => error.report(),
        (Some(Stop::TooMuch), _) => fail(&problem!("{shown} {}", Ending::TooMuchOutput)),
        (None, None) => ExitCode::from(INTERRUPTED),
        (None, Some(Ending::Exit(code))) => ExitCode::from(u8::try_from(code).unwrap_or(FAILED)),
        (None, Some(ending)) => fail(&problem!("{shown} {ending}")),
    })
}

/// Waits until a program ends. It has this process's input and folder. `None` if it was interrupted.
fn attend(command: &mut Command, passing: &Passing) -> io::Result<Option<Ending>> {
    static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);
    // A terminal sends Ctrl-C to both processes. This one has to say where the time went. It fails if there is a handler already.
    let _ = ctrlc::set_handler(|| IS_INTERRUPTED.store(true, Ordering::SeqCst));
    let mut child = command.stdin(Stdio::inherit()).spawn()?;
    let mut stopped: Option<Instant> = None;
    loop {
        let is_interrupted = IS_INTERRUPTED.load(Ordering::SeqCst);
        if let Some(status) = child.try_wait()? {
            let ending = status.code().map_or(Ending::Killed, Ending::Exit);
            return Ok((!is_interrupted || ending != Ending::Killed).then_some(ending));
        }
        if (is_interrupted || passing.is_stopped()) && stopped.get_or_insert_with(Instant::now).elapsed() > GRACE {
            child.kill()?;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// Says where the time went, on standard error: standard output is the program's.
fn account(recording: &Recording, trace: Option<&Trace>, options: &Options) {
    let Some(trace) = trace else {
        terminal::note(&format_args!(
            "{DIM}note: the program left no record, so nothing is known of its tasks: it was ended from outside, or aborted{DIM:#}"
        ));
        return;
    };
    let words = timeline::in_words(trace, &|line| recording.place(line));
    if words.is_empty() {
        terminal::note(&format_args!(
            "\n{DIM}No time passed: the program waited for nothing.{DIM:#}"
        ));
        return;
    }
    let total = trace.last as f64 / 1e6;
    terminal::note(&format_args!(
        "\n{HEADING}Where the time went{HEADING:#} {DIM}({total:.1} s on the virtual clock){DIM:#}"
    ));
    terminal::note(&words.trim_end_matches('\n'));
    if options.timeline {
        let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
        match timeline::in_terminal(trace, columns, options.ascii) {
            Ok(drawing) => {
                terminal::note(&format_args!("\n{}", drawing.trim_end_matches('\n')));
                let first = |(file, line): &(&str, u32)| format!("{file} from {line} on");
                let files: Vec<String> = recording.files().iter().map(first).collect();
                if !files.is_empty() {
                    terminal::note(&format_args!(
                        "{DIM}lines are counted through the files: {}{DIM:#}",
                        files.join(", ")
                    ));
                }
            }
            Err(reason) => terminal::note(&format_args!("{DIM}{reason}{DIM:#}")),
        }
    }
}
