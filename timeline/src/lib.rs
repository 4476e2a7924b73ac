//! What the tasks of an async program did, and when: from recorded events to a trace, and from a trace to its drawings.
//!
//! [`Trace::from_events`] reads the events that a run recorded ([`stage::event`]). [`figure`] draws a trace for a page, where the
//! scripts in `player/` play it, [`in_terminal`] draws it for a terminal, and [`in_words`] says where its time went. [`waits()`]
//! says where a lane can be cancelled, and [`without_waits`] where it cannot.

mod awaits;
mod derive;
mod draw;
pub mod html;
mod text;
pub mod trace;
mod waits;

pub use awaits::without_waits;
pub use draw::{Layout, NothingToDraw, drawing, figure, in_terminal, in_words, legend, seconds};
pub use trace::Trace;
pub use waits::{Waited, waits};
