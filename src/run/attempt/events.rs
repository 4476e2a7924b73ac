//! Runs a reader's program on the stage, and reads what it recorded.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU64, Ordering};

use stage::cut::Cut;
use stage::event::Event;
use stage::setup::{Limits, SETUP, Setup, Source};
use timeline::Trace;

use super::{Attempt, Built};
use crate::problem::{Result, problem, write};
use crate::run::process::{Finished, TIME_LIMIT, capture};
use crate::run::redact;

/// How much of a program is run. It may wait long for the outside, but record no more than a timeline could show, and not work for ever.
/// How much it prints is limited where that is passed on.
const LIMITS: Limits = Limits {
    events: 300_000,
    virtual_seconds: 100 * 365 * 24 * 60 * 60,
    real_seconds: 600,
};

/// A run that is recorded.
pub struct Recording {
    setup: Setup,
    /// Where the program finds its setup.
    told: PathBuf,
    name: String,
    /// The program's files, one after the other.
    source: String,
}

/// How a program is run otherwise than usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct Change {
    /// Where a lane is cancelled.
    pub cut: Option<Cut>,
    /// The seed of the order in which tasks are polled.
    pub seed: Option<u64>,
}

/// Lets a command, which runs this program, record what happens, in a run that is changed so.
///
/// # Errors
/// Fails if the program cannot be told so.
pub fn record(attempt: &Attempt, built: &Built, change: Change, command: &mut Command) -> Result<Recording> {
    let here = env::current_dir().unwrap_or_default();
    let (mut sources, mut text) = (Vec::new(), String::new());
    let mut lines_before = 0;
    for source in &built.sources {
        sources.push(Source {
            name: source.name.to_string_lossy().into_owned(),
            file: source.shown.to_string_lossy().into_owned(),
            path: here.join(&source.shown).to_string_lossy().into_owned(),
            lines_before,
        });
        let own = source.text.trim_end_matches('\n');
        lines_before += u32::try_from(own.lines().count().max(1)).unwrap_or(u32::MAX);
        text += own;
        text.push('\n');
    }
    // Several runs may take place at the same time, in this process and in others.
    static RUNS: AtomicU64 = AtomicU64::new(0);
    let run = format!("{}-{}", process::id(), RUNS.fetch_add(1, Ordering::Relaxed));
    let setup = Setup {
        events: attempt.place.join(format!("events-{run}.json")),
        sources,
        limits: LIMITS,
        blocks_in_place: text.contains("block_in_place"),
        cut: change.cut.map(|cut| cut.to_string()),
        seed: change.seed,
    };
    let told = format!("setup-{run}.json");
    let json = serde_json::to_string(&setup).expect("a setup is plain data");
    let _ = fs::remove_file(&setup.events);
    write(&attempt.place, &told, &json)?;
    let told = attempt.place.join(told);
    command.env(SETUP, &told);
    Ok(Recording {
        setup,
        told,
        name: attempt.shown.to_string_lossy().into_owned(),
        source: text,
    })
}

/// Runs a program to its end in a run that is changed so. It gets these arguments, and no input.
///
/// # Errors
/// Fails if the program cannot be started.
pub fn run_apart(
    attempt: &Attempt,
    built: &Built,
    arguments: &[OsString],
    change: Change,
) -> Result<(Recording, Finished)> {
    let here = env::current_dir().unwrap_or_default();
    let mut command = Command::new(&built.program);
    command.args(arguments).current_dir(&here);
    let recording = record(attempt, built, change, &mut command)?;
    let shown = attempt.shown.display();
    let finished = capture(&mut command, TIME_LIMIT).map_err(|error| problem!("cannot run {shown}: {error}"))?;
    let stderr = redact::stderr(&finished.stderr, &here);
    Ok((recording, Finished { stderr, ..finished }))
}

impl Recording {
    /// The trace of the run, which has ended; `None` if it left none.
    ///
    /// # Errors
    /// Fails if what it left cannot be read.
    pub fn trace(&self) -> Result<Option<Trace>> {
        let events = self.events()?;
        Ok(events.map(|events| Trace::from_events(&self.name, &self.source, &events)))
    }

    /// What happened in the run, which has ended; `None` if it left no record.
    ///
    /// # Errors
    /// The same as for [`Recording::trace`].
    pub fn events(&self) -> Result<Option<Vec<Event>>> {
        let Ok(events) = fs::read(&self.setup.events) else {
            return Ok(None);
        };
        let events = serde_json::from_slice(&events);
        Ok(Some(events.map_err(|error| {
            problem!("cannot read the events of {}: {error}", self.name)
        })?))
    }

    /// All files of the program, one after the other: events count their lines so.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Which files the program has, and their first counted lines, if it has several.
    pub fn files(&self) -> Vec<(&str, u32)> {
        let sources = &self.setup.sources;
        let files = sources
            .iter()
            .map(|source| (source.name.as_str(), source.lines_before + 1));
        files.filter(|_| sources.len() > 1).collect()
    }

    /// Where a counted line is: `line 7`, or `src/queue.rs:7` in a program of several files.
    pub fn place(&self, line: u32) -> String {
        self.setup.place(line)
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.setup.events);
        let _ = fs::remove_file(&self.told);
    }
}
