//! What the stage knows of the running listing: its lanes, the wakers that are kept, who holds what, and what has happened so far.

mod holds;
mod lanes;
mod limits;
mod output;
mod state;

pub(crate) use holds::{acquired, released, resource, take_holds};
pub(crate) use lanes::{
    begin_wait, blocked, close, detached, end_wait, latest_poll, open, outside, pending, polled, printed, take_lanes,
    woken,
};
pub use limits::EXIT_CUT;
pub(crate) use limits::{check_limits, cut_off, limits};
pub(crate) use output::{record, write_cut, write_events};
pub(crate) use state::{
    OpenLane, WaitId, enter_runtime, forget_silence, last_progress, latest, leave_runtime, now, pass, show, silence,
    start_clock,
};
