//! `tokio_util::task`, where every spawned future becomes a lane.

pub use ::tokio_util::task::*;

mod abort_on_drop;
mod join_map;
mod join_queue;
pub mod task_tracker;

pub use abort_on_drop::AbortOnDropHandle;
pub use join_map::JoinMap;
pub use join_queue::JoinQueue;
pub use task_tracker::TaskTracker;

/// What the facades have in common: all that does not spawn leads to the original.
macro_rules! leads_to {
    ([$($parameters:tt)*] $facade:ty => $inner:ty) => {
        impl<$($parameters)*> ::std::ops::Deref for $facade {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl<$($parameters)*> ::std::ops::DerefMut for $facade {
            fn deref_mut(&mut self) -> &mut $inner {
                &mut self.0
            }
        }

        impl<$($parameters)*> ::std::fmt::Debug for $facade
        where
            $inner: ::std::fmt::Debug,
        {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}
use leads_to;
