//! Orders: a program is run with several seeds, each of which polls woken tasks in another order, and what it prints is grouped.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use stage::Clock;
use stage::orders::SEED;

use super::attempt::{Attempt, Built, Change, run_apart};
use super::cuts::{ended, without_advice};
use super::process::{Finished, TIME_LIMIT, capture};
use super::programs::on_stage;
use super::redact;
use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result, problem};

/// How many orders run beside each other.
const AT_A_TIME: usize = 4;

/// What some orders have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their seeds, in order.
    pub seeds: Vec<u64>,
    /// What was printed to standard output, but for the report of a deadlock.
    pub printed: String,
    /// What was printed to standard error.
    pub errors: String,
    /// How the run ended, in words.
    pub ended: String,
}

/// Runs a program with the seeds from 1 to `count`; returns what they have in common, the largest group first.
///
/// # Errors
/// Fails if a run does.
pub fn orders(count: u64, run: impl Fn(u64) -> Result<Finished> + Sync) -> Result<Vec<Group>> {
    let next = AtomicU64::new(1);
    let groups = Mutex::new(BTreeMap::<(String, String, String), Vec<u64>>::new());
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed > count {
                return Ok(());
            }
            let finished = run(seed)?;
            let (printed, ended) = ended(&finished, None);
            let mut groups = groups.lock().unwrap_or_else(PoisonError::into_inner);
            groups.entry((printed, finished.stderr, ended)).or_default().push(seed);
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_A_TIME).map(|_| scope.spawn(work)).collect();
        let results = workers
            .into_iter()
            .map(|worker| worker.join().expect("a run does not panic"));
        results.collect::<Result<(), Problem>>()
    })?;
    let groups = groups.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut groups: Vec<Group> = groups
        .into_iter()
        .map(|((printed, errors, ended), mut seeds)| {
            seeds.sort_unstable();
            Group {
                seeds,
                printed,
                errors: without_advice(&errors),
                ended,
            }
        })
        .collect();
    groups.sort_by_key(|group| (count - group.seeds.len() as u64, group.seeds[0]));
    Ok(groups)
}

/// One order of a listing. The program of its part must be built.
///
/// # Errors
/// Fails if the listing cannot be started.
pub fn of_listing(catalogue: &Catalogue, listing: &Listing, seed: u64) -> Result<Finished> {
    let mut command = on_stage(listing, Clock::Virtual)?;
    command.args([SEED, &seed.to_string()]);
    let finished = capture(&mut command, TIME_LIMIT).map_err(|error| problem!("cannot start {listing}: {error}"))?;
    let stderr = redact::stderr(&finished.stderr, &catalogue.root);
    Ok(Finished { stderr, ..finished })
}

/// One order of a reader's program, which gets these arguments and no input.
///
/// # Errors
/// Fails if the program cannot be started.
pub fn of_attempt(attempt: &Attempt, built: &Built, arguments: &[OsString], seed: u64) -> Result<Finished> {
    let change = Change {
        cut: None,
        seed: Some(seed),
    };
    run_apart(attempt, built, arguments, change).map(|(_, finished)| finished)
}

/// The groups in words: what was printed, how often, and the seed that replays it.
pub fn in_words(name: &str, groups: &[Group]) -> String {
    let count: usize = groups.iter().map(|group| group.seeds.len()).sum();
    let outputs = match groups.len() {
        1 => "the same".to_owned(),
        several => format!("{several} different outputs"),
    };
    let mut text = format!("{count} orders of {name} print {outputs}\n");
    for group in groups {
        let (share, seed) = (group.seeds.len(), group.seeds[0]);
        let percent = 100.0 * share as f64 / count as f64;
        text += &format!(
            "\n{percent:.1} % ({share} of {count}), `--seed {seed}` replays it; ends: {}\n",
            group.ended
        );
        let printed = format!("{}{}", group.printed, group.errors);
        text.extend(
            printed
                .lines()
                .map(|line| format!("{}\n", format!("  {line}").trim_end())),
        );
    }
    text
}
