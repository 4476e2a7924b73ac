//! Runs a reader's program on the stage, and reads what it recorded.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::atomic::{AtomicU64, Ordering};

use stage::cut::Cut;
use stage::event::Event;
use stage::setup::{Limits, SETUP, Setup, Source};
use timeline::Trace;

use super::{Attempt, Built};
use crate::problem::{Result, problem, write};

/// How much of a program is run. It may wait long for the outside, but record no more than a timeline could show, and not work for ever.
/// How much it prints is limited where that is passed on.
const LIMITS: Limits = Limits {
    events: Some(300_000),
    virtual_seconds: Some(100 * 365 * 24 * 60 * 60),
    real_seconds: Some(600),
    output: None,
};

/// A run that is recorded.
pub struct Recording {
    events: PathBuf,
    name: String,
    sources: Vec<(Source, String)>,
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
    let mut lines_before = 0;
    let sources: Vec<(Source, String)> = built
        .sources
        .iter()
        .map(|source| {
            let file = source.shown.to_string_lossy().into_owned();
            let path = here.join(&source.shown).to_string_lossy().into_owned();
            let text = source.text.trim_end_matches('\n').to_owned() + "\n";
            let name = source.name.to_string_lossy().into_owned();
            let told = Source {
                name,
                file,
                path,
                lines_before,
            };
            lines_before += u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
            (told, text)
        })
        .collect();
    // Several runs may take place at the same time, in this process and in others.
    static RUNS: AtomicU64 = AtomicU64::new(0);
    let run = format!("{}-{}", process::id(), RUNS.fetch_add(1, Ordering::Relaxed));
    let events = format!("events-{run}.json");
    let told = format!("setup-{run}.json");
    let _ = fs::remove_file(attempt.place.join(&events));
    let events = attempt.place.join(events);
    let setup = Setup {
        events: events.clone(),
        sources: sources.iter().map(|(source, _)| source.clone()).collect(),
        limits: LIMITS,
        blocks_in_place: sources.iter().any(|(_, text)| text.contains("block_in_place")),
        cut: change.cut.map(|cut| cut.to_string()),
        seed: change.seed,
    };
    write(
        &attempt.place,
        &told,
        &serde_json::to_string(&setup).expect("a setup is plain data"),
    )?;
    command.env(SETUP, attempt.place.join(told));
    Ok(Recording {
        events,
        name: attempt.shown.to_string_lossy().into_owned(),
        sources,
    })
}

impl Recording {
    /// The trace of the run, which has ended; `None` if it left none.
    ///
    /// # Errors
    /// Fails if what it left cannot be read.
    pub fn trace(&self) -> Result<Option<Trace>> {
        let events = self.events()?;
        Ok(events.map(|events| Trace::from_events(&self.name, &self.source(), &events)))
    }

    /// What happened in the run, which has ended; `None` if it left no record.
    ///
    /// # Errors
    /// The same as for [`Recording::trace`].
    pub fn events(&self) -> Result<Option<Vec<Event>>> {
        let Ok(events) = fs::read(&self.events) else {
            return Ok(None);
        };
        let events = serde_json::from_slice(&events);
        Ok(Some(events.map_err(|error| {
            problem!("cannot read the events of {}: {error}", self.name)
        })?))
    }

    /// All files of the program, one after the other: events count their lines so.
    pub fn source(&self) -> String {
        self.sources.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// Which files the program has, and their first counted lines, if it has several.
    pub fn files(&self) -> Vec<(&str, u32)> {
        let files = self
            .sources
            .iter()
            .map(|(source, _)| (source.name.as_str(), source.lines_before + 1));
        files.filter(|_| self.sources.len() > 1).collect()
    }

    /// Where a counted line is: `line 7`, or `src/queue.rs:7` in a program of several files.
    pub fn place(&self, line: u32) -> String {
        let source = self.sources.iter().rfind(|(source, _)| source.lines_before < line);
        match source {
            Some((source, _)) if self.sources.len() > 1 => format!("{}:{}", source.name, line - source.lines_before),
            _ => format!("line {line}"),
        }
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.events);
        let _ = fs::remove_file(Path::new(&self.events.to_string_lossy().replace("events-", "setup-")));
    }
}
