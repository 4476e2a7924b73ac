//! The report on a listing that can never go on: which tasks wait, on which line, for what, and who holds that.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io::{self, Write};
use std::process::{self, Command, Stdio};

use crate::event::{LaneId, LaneKind, ResourceId};
use crate::mode::is_recorded;
use crate::registry::{self, OpenLane};
use crate::setup::setup;

/// The exit code of a listing that can never go on, on the virtual clock. No listing uses it for itself.
pub const EXIT_DEADLOCK: u8 = 113;

/// The option that makes a part's program record what its lanes wait for, although nobody traces it.
pub(crate) const EXPLAINED: &str = "--explained";

/// What begins a report, and no other line of it.
const HEAD: &str = "deadlock at ";

/// Prints the report to standard output, after what the listing has printed, and ends the process.
pub fn report_and_exit() -> ! {
    let report = match is_recorded() {
        true => head() + &who_waits(),
        false => report_of_another_run()
            .unwrap_or_else(|| head() + "  who waits is unknown: a second run, to find out, did not hang\n"),
    };
    let mut out = io::stdout().lock();
    // If standard output is closed, the exit code still reports the deadlock.
    let _ = write!(out, "{report}");
    let _ = out.flush();
    registry::write_events();
    process::exit(i32::from(EXIT_DEADLOCK))
}

/// Runs this program again, this time with a record of what its lanes wait for. Returns the report with which that run ends.
///
/// `None` if it cannot be started or ends otherwise.
fn report_of_another_run() -> Option<String> {
    let mut command = Command::new(env::current_exe().ok()?);
    command.args(env::args_os().skip(1)).arg(EXPLAINED);
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let report = printed.get(printed.rfind(HEAD)?..)?;
    (output.status.code() == Some(i32::from(EXIT_DEADLOCK))).then(|| report.to_owned())
}

fn head() -> String {
    let seconds = registry::last_progress().as_secs_f64();
    format!("{HEAD}{seconds:.1}s: nothing can ever wake this program\n")
}

/// Which lanes wait, for what, a line for each.
pub fn who_waits() -> String {
    let mut text = String::new();
    let lanes = registry::take_lanes();
    let holders = holders(&lanes);
    let mut reported = BTreeSet::new();
    for (id, lane) in &lanes {
        let owner = owner(&lanes, *id);
        let has_no_parts = !lanes.values().any(|other| other.parent == Some(*id));
        if has_no_parts && lane.waits.is_empty() && is_left_alone(&lanes, *id) {
            reported.insert((owner, true, format!("does not poll a future of {}", place(lane.line))));
        } else {
            // A lane with parts waits for what they wait for, unless it waits for a lock or permits itself.
            let waits = waits(lane, has_no_parts, &holders);
            reported.extend(waits.into_iter().map(|what| (owner, false, format!("waits {what}"))));
        }
    }
    for (lane, _, what) in reported {
        text.push_str(&format!("  {} {what}\n", name(&lanes, lane)));
    }
    text
}

/// Which lane has not returned from its poll for long: with a second thread, others might go on beside it.
pub fn who_works() -> String {
    let lanes = registry::take_lanes();
    let working =
        registry::latest_poll().map_or_else(|| "something".to_owned(), |lane| name(&lanes, owner(&lanes, lane)));
    format!(
        "  {working} works, or spins, and does not yield: here it has the only thread. It may need a second worker\n"
    )
}

/// The task, or main future, that a lane is part of.
fn owner(lanes: &BTreeMap<LaneId, OpenLane>, mut lane: LaneId) -> LaneId {
    while let Some(parent) = lanes
        .get(&lane)
        .and_then(|lane| lane.parent)
        .filter(|parent| lanes.contains_key(parent))
    {
        lane = parent;
    }
    lane
}

/// Where a line is: `line 7`, or with its file if the program has several.
fn place(line: u32) -> String {
    setup().map_or_else(|| format!("line {line}"), |setup| setup.place(line))
}

fn name(lanes: &BTreeMap<LaneId, OpenLane>, lane: LaneId) -> String {
    match lanes.get(&lane).map(|lane| (lane.kind, lane.line)) {
        Some((LaneKind::Main, _)) => "main".to_owned(),
        Some((LaneKind::Task, line)) => format!("the task spawned on {}", place(line)),
        Some((LaneKind::Blocking, line)) => format!("the closure of {}", place(line)),
        Some((LaneKind::Branch | LaneKind::Member, _)) | None => "a branch of something that has ended".to_owned(),
    }
}

/// Who holds each lock or semaphore, in words: `main since line 7`.
fn holders(lanes: &BTreeMap<LaneId, OpenLane>) -> BTreeMap<ResourceId, Vec<String>> {
    let mut holders = BTreeMap::<ResourceId, Vec<String>>::new();
    for hold in registry::take_holds().into_values() {
        let who = hold.lane.map(|lane| owner(lanes, lane));
        let who = match who.filter(|lane| lanes.contains_key(lane)) {
            Some(lane) => name(lanes, lane),
            None => "something that has ended".to_owned(),
        };
        let held = holders.entry(hold.resource).or_default();
        held.push(format!("{who} since {}", place(hold.line)));
    }
    holders
}

/// Whether the lane is part of one that waits for a lock or permits instead of polling it, as in the body of a loop over a set of futures.
fn is_left_alone(lanes: &BTreeMap<LaneId, OpenLane>, lane: LaneId) -> bool {
    let parent = lanes.get(&lane).and_then(|lane| lanes.get(&lane.parent?));
    parent.is_some_and(|parent| parent.waits.values().any(|wait| wait.resource.is_some()))
}

/// What a lane waits for, in words, each wait once. If the lane has parts, which are reported themselves: only locks and permits.
fn waits(lane: &OpenLane, has_no_parts: bool, holders: &BTreeMap<ResourceId, Vec<String>>) -> BTreeSet<String> {
    if has_no_parts && lane.waits.is_empty() {
        return BTreeSet::from(["to be polled again, but nobody kept its waker".to_owned()]);
    }
    lane.waits
        .values()
        .filter(|wait| has_no_parts || wait.resource.is_some())
        .map(|wait| {
            let held = wait.resource.and_then(|resource| holders.get(&resource));
            let held = held.map_or_else(String::new, |who| format!(", held by {}", who.join(" and ")));
            match wait.place {
                Some((line, "")) => format!("on {}, where its own future keeps the waker", place(line)),
                Some((line, what)) => format!("on {} for {what}{held}", place(line)),
                None => format!("for something outside the listing{held}"),
            }
        })
        .collect()
}
