//! The stage: where a listing runs, unchanged.
//!
//! A listing is a complete program on plain tokio. Each part of the book is compiled into one program in which the
//! crate names `futures`, `std` and `tokio` mean `stage-futures`, `stage-std` and `stage-tokio`. Those re-export the originals and replace what has to
//! know about the clock and about tasks; what they replace it with is here.
//!
//! The stage changes *when* a listing runs, never *what* it does: with [`Clock::Real`] everything passes straight through.

mod blocking;
mod clock;
mod deadlock;
pub mod event;
mod hold;
mod lane;
mod print;
mod program;
mod registry;
mod trace;
mod waker;

pub use blocking::{BlockingLane, before_park, finish, has_closures};
pub use clock::{Clock, block_thread, clock, is_seeded, run_main};
pub use hold::{Hold, Resource, Share};
pub use lane::{Branch, Lane, LocalLane, MainLane, TaskLane, detached, here};
pub use print::{print, print_line};
pub use program::{Program, main, report};

/// The exit code of a listing that can never go on, on the virtual clock. No listing uses it for itself.
pub const EXIT_DEADLOCK: u8 = 113;

/// The argument that asks a part's program to write what happened into a file, whose path follows. Virtual clock only.
pub const TRACE: &str = "--trace";

/// The argument that asks a part's program for the virtual clock.
pub const VIRTUAL: &str = "--virtual";
