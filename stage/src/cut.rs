//! Cancels one lane at one of its waits, so that a run shows what is lost then.

use std::str::FromStr;
use std::sync::{Mutex, OnceLock, PoisonError};

use tokio::task::{AbortHandle, JoinHandle};

use crate::event::LaneId;
use crate::setup::setup;

/// The option of a part's program that cancels a lane: the text of a [`Cut`] follows. Virtual clock only.
pub const CUT: &str = "--cut";

/// Where a lane is cancelled: when a poll of it has answered `Pending`. Its text is `3:2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The lane. In equal runs its number is the same.
    pub lane: LaneId,
    /// Which of the lane's polls that answer `Pending`, from 1.
    pub wait: u32,
}

impl std::fmt::Display for Cut {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}", self.lane.0, self.wait)
    }
}

impl FromStr for Cut {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (lane, wait) = text.split_once(':').ok_or(())?;
        let number = |text: &str| text.parse().map_err(|_| ());
        Ok(Self {
            lane: LaneId(number(lane)?),
            wait: number(wait)?,
        })
    }
}

static CHOSEN: OnceLock<Option<Cut>> = OnceLock::new();
/// Aborts the task that is the lane to cut, if that is one.
static TASK: Mutex<Option<AbortHandle>> = Mutex::new(None);

/// Chooses the cut of this process, once.
pub(crate) fn choose(cut: Cut) {
    CHOSEN.set(Some(cut)).expect("a process runs one listing");
}

/// The cut of this process, if there is one.
fn chosen() -> Option<Cut> {
    *CHOSEN.get_or_init(|| setup()?.cut.as_ref()?.parse().ok())
}

/// Whether this lane is to be cut when it has waited so often.
pub(crate) fn is_due(lane: LaneId, wait: u32) -> bool {
    chosen() == Some(Cut { lane, wait })
}

/// Remembers how to abort a task that was spawned, if it is the lane to cut.
pub(crate) fn spawned(lane: Option<LaneId>, spawned: &impl Spawned) {
    if lane.is_some() && lane == chosen().map(|cut| cut.lane) {
        *TASK.lock().unwrap_or_else(PoisonError::into_inner) = spawned.abort_handle();
    }
}

/// Aborts the task to cut. Returns whether that is possible.
pub(crate) fn abort() -> bool {
    let task = TASK.lock().unwrap_or_else(PoisonError::into_inner).take();
    task.inspect(AbortHandle::abort).is_some()
}

/// What spawning returns.
pub trait Spawned {
    /// What aborts the task; `None` if there is no such handle.
    fn abort_handle(&self) -> Option<AbortHandle>;
}

impl<T> Spawned for JoinHandle<T> {
    fn abort_handle(&self) -> Option<AbortHandle> {
        Some(JoinHandle::abort_handle(self))
    }
}

impl Spawned for AbortHandle {
    fn abort_handle(&self) -> Option<AbortHandle> {
        Some(self.clone())
    }
}

impl Spawned for () {
    fn abort_handle(&self) -> Option<AbortHandle> {
        None
    }
}
