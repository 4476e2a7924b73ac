//! What the stage knows of the running listing: its lanes, the wakers that are kept, who holds what, and what has happened so far.

mod holds;
mod lanes;
mod output;
mod state;

pub(crate) use holds::{acquired, released, resource, take_holds};
pub(crate) use lanes::{
    begin_wait, blocked, close, detached, end_wait, open, pending, polled, printed, take_lanes, woken,
};
pub(crate) use output::{record, write_events};
pub(crate) use state::{OpenLane, WaitId, last_progress, latest, pass, show, start_clock};
