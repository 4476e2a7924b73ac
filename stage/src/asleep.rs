//! Whether a thread of this process waits in the operating system, or works.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a thread may work until it counts as one that waits, where the system does not tell: only Linux does.
const PATIENCE: Duration = Duration::from_millis(50);

/// How long a thread may work, as the system tells, until the others go on beside it.
const LONG: Duration = Duration::from_secs(1);

/// A thread that is watched.
#[derive(Debug)]
pub(crate) struct Watch {
    /// The system's folder for the thread.
    folder: Option<PathBuf>,
    since: Instant,
    /// How long the thread had run, in the system's words, when it was last seen asleep.
    seen: Option<String>,
}

impl Watch {
    /// Begins to watch the thread that calls this.
    pub(crate) fn here() -> Self {
        let link = fs::read_link("/proc/thread-self").ok();
        Self {
            folder: link.map(|link| Path::new("/proc").join(link)),
            since: Instant::now(),
            seen: None,
        }
    }

    /// Begins again, as if the thread had only now begun to work.
    pub(crate) fn restart(&mut self) {
        self.since = Instant::now();
        self.seen = None;
    }

    /// How long the thread has worked since it was started, if the system tells.
    pub(crate) fn worked(&self) -> Option<Duration> {
        let text = fs::read_to_string(self.folder.as_ref()?.join("schedstat")).ok()?;
        Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
    }

    /// Whether the thread slept in the previous call and has not run since then, or works for very long.
    ///
    /// A thread that is merely not scheduled, as on a busy machine, does not sleep.
    pub(crate) fn is_blocked(&mut self) -> bool {
        let read = |file: &str| fs::read_to_string(self.folder.as_ref()?.join(file)).ok();
        let Some(stat) = read("stat") else {
            return self.since.elapsed() > PATIENCE;
        };
        // The name before the parenthesis may hold anything.
        let sleeps = stat.rsplit(") ").next().is_some_and(|state| state.starts_with('S'));
        let now = sleeps.then(|| read("schedstat").unwrap_or(stat));
        let is_same = now.is_some() && now == self.seen;
        self.seen = now;
        is_same || self.since.elapsed() > LONG
    }
}

/// How many threads this process has, if the system tells.
pub(crate) fn threads() -> Option<usize> {
    Some(fs::read_dir("/proc/self/task").ok()?.count())
}
