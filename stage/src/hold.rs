//! Who holds what: a lock or permits, from when they are taken to when they are given back.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::panic::Location;
use std::pin::pin;
use std::sync::OnceLock;

use crate::clock::{Clock, clock};
use crate::event::{HoldId, ResourceId};
use crate::lane::running;
use crate::registry;

thread_local! {
    /// What the running lane tries to take.
    static SOUGHT: Cell<Option<ResourceId>> = const { Cell::new(None) };
}

/// What the running lane tries to take right now.
pub(crate) fn sought() -> Option<ResourceId> {
    SOUGHT.get()
}

/// A lock or a semaphore of the listing.
#[derive(Debug)]
pub struct Resource {
    kind: &'static str,
    made_at: &'static Location<'static>,
    /// Given when it is first used: one that is a `static` is made before anything runs.
    id: OnceLock<ResourceId>,
}

/// How something is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// By nobody else.
    Alone,
    /// By others too, as readers do.
    Shared,
    /// So many permits of a semaphore.
    Permits(usize),
}

impl Resource {
    /// A resource of this kind, such as `Mutex`, made by the caller's caller.
    #[track_caller]
    pub const fn new(kind: &'static str) -> Self {
        Self {
            kind,
            made_at: Location::caller(),
            id: OnceLock::new(),
        }
    }

    fn id(&self) -> ResourceId {
        *self.id.get_or_init(|| registry::resource(self.kind, self.made_at))
    }

    /// Runs a future that tries to take this.
    pub async fn wait<F: Future>(&self, future: F) -> F::Output {
        if clock() == Clock::Real {
            return future.await;
        }
        let id = self.id();
        let mut future = pin!(future);
        poll_fn(|context| {
            let outer = SOUGHT.replace(Some(id));
            let result = future.as_mut().poll(context);
            SOUGHT.set(outer);
            result
        })
        .await
    }

    /// Notes that this was taken by the running lane, in a call that stands at `at`.
    pub fn taken(&self, share: Share, at: &'static Location<'static>) -> Hold {
        // Outside of async code nobody can be named.
        let is_noted = clock() == Clock::Virtual && running().is_some();
        Hold::take(is_noted.then(|| self.id()), share, at)
    }
}

/// Something that is held, until this is dropped.
#[derive(Debug)]
pub struct Hold {
    id: Option<(HoldId, ResourceId)>,
    at: &'static Location<'static>,
}

impl Hold {
    fn take(resource: Option<ResourceId>, share: Share, at: &'static Location<'static>) -> Self {
        let id = resource.map(|resource| (registry::taken(resource, running(), share, at), resource));
        Self { id, at }
    }

    /// The same, held in another way from now on.
    pub fn change(&mut self, share: Share) {
        let (resource, at) = (self.id.map(|(_, resource)| resource), self.at);
        // First given back, then taken again.
        *self = Self { id: None, at };
        *self = Self::take(resource, share, at);
    }

    /// Another hold on the same, as when permits are split.
    pub fn another(&self, share: Share) -> Self {
        Self::take(self.id.map(|(_, resource)| resource), share, self.at)
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some((id, _)) = self.id {
            registry::given_back(id, running());
        }
    }
}
