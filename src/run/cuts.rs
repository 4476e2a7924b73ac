//! Cuts: a program is run once for each wait of one of its lanes, and the lane is cancelled there.
//!
//! A task is cut by `abort`. Any other future is dropped: a branch or a member of a set, which then never gives a result, or the future of
//! `main`, with which the program ends. The run up to the cut is the same as without it.

// The floors, from the ground up.
mod text;

mod subject;

use stage::EXIT_DEADLOCK;
use stage::cut::Cut;
use stage::event::{Event, LaneKind};
use timeline::{Trace, Waited, waits};

use super::process::{Ending, Finished};
use crate::problem::{Problem, Result, problem};

pub use subject::{of_attempt, of_listing};
pub use text::{Accepted, accepted, slug};

/// The most waits of a lane that are cut, the first ones.
const MOST: usize = 100;

/// A run that recorded its events.
pub struct Recorded {
    /// What happened.
    pub events: Vec<Event>,
    /// What was printed, without what differs between machines, and how the run ended.
    pub finished: Finished,
}

/// A program whose lanes can be cut.
pub struct Subject<'s> {
    /// Its name.
    pub name: String,
    /// Its text, whose lines the events number.
    pub source: String,
    /// Runs it, with a cut or without.
    pub run: &'s dyn Fn(Option<Cut>) -> Result<Recorded>,
    /// Where a counted line is: `line 7`.
    pub place: &'s dyn Fn(u32) -> String,
}

/// What the cuts of a lane show.
#[derive(Clone, Debug)]
pub struct Cuts {
    /// The program's name.
    pub name: String,
    /// The lane's label.
    pub lane: String,
    /// The run without a cut.
    pub whole: Run,
    /// One run for each wait.
    pub cuts: Vec<CutRun>,
    /// How many waits more the lane has, beyond the most that are cut.
    pub more: usize,
    /// Where the lane awaits without a wait.
    pub passed: Vec<String>,
}

/// A run in which a lane was cut.
#[derive(Clone, Debug)]
pub struct CutRun {
    /// Where and when: `line 12, at 0.5 s, in Mutex::lock`.
    pub at: String,
    /// What the lane held then.
    pub held: Vec<String>,
    /// The number of the lane in the run's trace, and when it was cut, in virtual microseconds.
    pub mark: Option<(usize, u64)>,
    /// The run.
    pub run: Run,
}

/// What a run shows.
#[derive(Clone, Debug)]
pub struct Run {
    /// What was printed to standard output, but for the report of a deadlock.
    pub printed: String,
    /// What was printed to standard error.
    pub errors: String,
    /// How it ended, in words.
    pub ended: String,
    /// What its lanes did. Its name is that of the program, and the number of the cut.
    pub trace: Trace,
}

/// Why a lane cannot be cut.
#[derive(Clone, Debug)]
pub enum CutError {
    /// No lane, or no single one, has this name. The text lists the lanes.
    Name(String),
    /// Something else failed.
    Problem(Problem),
}

impl From<Problem> for CutError {
    fn from(problem: Problem) -> CutError {
        CutError::Problem(problem)
    }
}

impl From<CutError> for Problem {
    fn from(error: CutError) -> Problem {
        match error {
            CutError::Name(text) => Problem::from(text),
            CutError::Problem(problem) => problem,
        }
    }
}

/// Runs a program once without a cut, and once for each wait of the lane that this names: by its label, by its number in the timeline
/// from 1, or as `line 7`, where it was spawned.
///
/// # Errors
/// Fails if no single lane has this name, if it is a closure on a thread of its own, or if a run fails.
pub fn cuts(subject: &Subject, lane: &str) -> Result<Cuts, CutError> {
    let Recorded { events, finished } = (subject.run)(None)?;
    let trace = Trace::from_events(&subject.name, &subject.source, &events);
    let number = find(subject, &trace, lane).map_err(CutError::Name)?;
    let found = &trace.lanes[number];
    if found.kind == LaneKind::Blocking {
        let message = format!(
            "`{}` is a closure on a thread of its own, which cannot be cancelled",
            found.label
        );
        return Err(CutError::Name(message));
    }
    let waited = waits(&trace, number, &events);
    let lines: Vec<u32> = waited.iter().flat_map(|wait| wait.lines.clone()).collect();
    let (kind, label) = (found.kind, found.label.clone());
    let parent = kind.is_part().then_some(found.line);
    let mut cuts = Vec::new();
    for wait in waited.iter().take(MOST) {
        let cut = Cut {
            lane: wait.lane,
            wait: wait.wait,
        };
        let recorded = (subject.run)(Some(cut))?;
        let name = format!("{}/cut-{}", subject.name, cuts.len() + 1);
        let run = run(subject, &name, Some(kind), recorded);
        let lane = run
            .trace
            .lanes
            .iter()
            .position(|lane| lane.recorded.contains(&wait.lane));
        cuts.push(CutRun {
            at: at(subject, wait),
            held: wait.held.clone(),
            mark: lane.map(|lane| (lane, wait.at)),
            run,
        });
    }
    Ok(Cuts {
        name: subject.name.clone(),
        lane: label,
        whole: run(
            subject,
            &format!("{}/cut-0", subject.name),
            None,
            Recorded { events, finished },
        ),
        cuts,
        more: waited.len().saturating_sub(MOST),
        passed: timeline::without_waits(&subject.source, &lines, parent)
            .into_iter()
            .map(|line| (subject.place)(line))
            .collect(),
    })
}

/// The number of the lane that this names.
fn find(subject: &Subject, trace: &Trace, name: &str) -> Result<usize, String> {
    let line = name.strip_prefix("line ").and_then(|line| line.parse::<u32>().ok());
    let is_named = |lane: &usize| match line {
        Some(line) => trace.lanes[*lane].line == line,
        None => trace.lanes[*lane].label.eq_ignore_ascii_case(name),
    };
    let by_number = || name.parse::<usize>().ok()?.checked_sub(1);
    let named: Vec<usize> = (0..trace.lanes.len()).filter(is_named).collect();
    match (
        named.as_slice(),
        by_number().filter(|number| *number < trace.lanes.len()),
    ) {
        ([one], _) => return Ok(*one),
        ([], Some(number)) => return Ok(number),
        _ => {}
    }
    let has_name = |lane: &usize| line.is_none() && trace.lanes[*lane].label.contains(name);
    let parts: Vec<usize> = (0..trace.lanes.len()).filter(has_name).collect();
    if let ([], [one]) = (named.as_slice(), parts.as_slice()) {
        return Ok(*one);
    }
    let lanes = trace.lanes.iter().enumerate().map(|(number, lane)| {
        let place = (subject.place)(lane.line);
        format!("\n  {:<3} {} ({place})", number + 1, lane.label)
    });
    let many = if named.is_empty() {
        "no lane"
    } else {
        "more than one lane"
    };
    Err(format!(
        "{many} of {} is called `{name}`; name one by its label or its number, or as `line N` if it is the only one there:{}",
        subject.name,
        lanes.collect::<String>()
    ))
}

/// Where and when a lane is cut, in words.
fn at(subject: &Subject, wait: &Waited) -> String {
    let places: Vec<String> = wait.lines.iter().map(|line| (subject.place)(*line)).collect();
    let place = match places.as_slice() {
        [] => "outside of the program".to_owned(),
        places => places.join(" and "),
    };
    let what = match wait.what.as_str() {
        "" => String::new(),
        what => format!(", in {what}"),
    };
    format!("{place}, at {}{what}", timeline::seconds(wait.at))
}

/// What a run shows. `cut` is what was cut in it, if anything.
fn run(subject: &Subject, name: &str, cut: Option<LaneKind>, recorded: Recorded) -> Run {
    let Recorded { events, finished } = recorded;
    let (printed, ended) = ended(&finished, cut);
    Run {
        printed,
        errors: without_advice(&finished.stderr),
        ended,
        trace: Trace::from_events(name, &subject.source, &events),
    }
}

/// Standard error without an empty line at its beginning, and without the advice with which the standard library ends a panic's message.
pub fn without_advice(stderr: &str) -> String {
    let is_kept = |line: &&str| !line.starts_with("note: run with `RUST_BACKTRACE=1`");
    let lines = stderr.trim_start_matches('\n').lines().filter(is_kept);
    lines.map(|line| format!("{line}\n")).collect()
}

/// What was printed, and how a run ended, in words.
pub fn ended(finished: &Finished, cut: Option<LaneKind>) -> (String, String) {
    let stdout = &finished.stdout;
    let has_panicked = finished.stderr.contains(" panicked at ");
    match finished.ending {
        Ending::Exit(0) => (stdout.clone(), "main returns".to_owned()),
        Ending::Exit(101) if cut == Some(LaneKind::Main) && !has_panicked => {
            (stdout.clone(), "main is dropped".to_owned())
        }
        Ending::Exit(101) => (stdout.clone(), "main panics".to_owned()),
        Ending::Exit(code) if code == i32::from(EXIT_DEADLOCK) => {
            let at = stdout.rfind("deadlock at ").unwrap_or(stdout.len());
            let (printed, report) = stdout.split_at(at);
            let waits: Vec<&str> = report.lines().skip(1).map(str::trim).collect();
            (printed.to_owned(), format!("never: {}", waits.join("; ")))
        }
        other => (stdout.clone(), format!("it {other}")),
    }
}

/// Checks that no cut changes the printed lines that contain a text.
///
/// # Errors
/// Fails if no line contains it, or with the first cut that changes them.
pub fn check_unchanged(accepted: &Accepted, text: &str) -> Result<()> {
    let lines = |printed: &str| -> Vec<String> {
        printed
            .lines()
            .filter(|line| line.contains(text))
            .map(str::to_owned)
            .collect()
    };
    let Some(((_, whole), cuts)) = accepted.split_first() else {
        return Err(problem!("there is no run without a cut"));
    };
    let expected = lines(whole);
    if expected.is_empty() {
        return Err(problem!(
            "`{text}` is not printed without a cut either; correct the text after `--unchanged`"
        ));
    }
    for (at, printed) in cuts {
        let found = lines(printed);
        if found != expected {
            let found = if found.is_empty() {
                "nothing".to_owned()
            } else {
                format!("`{}`", found.join("`, `"))
            };
            return Err(problem!(
                "the cut of {at} changes what is printed: {found} instead of `{}`. Correct the listing, or remove `--unchanged`",
                expected.join("`, `")
            ));
        }
    }
    Ok(())
}
