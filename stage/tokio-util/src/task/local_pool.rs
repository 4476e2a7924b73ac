//! `tokio_util::task::LocalPoolHandle`, whose runtimes the stage does not drive: while there is one, real time passes.

use std::sync::Arc;

use ::tokio_util::task::LocalPoolHandle as Inner;
use stage::Source;

/// As [`tokio_util::task::LocalPoolHandle`]; it dereferences to that for all that does not make a pool.
#[derive(Clone)]
pub struct LocalPoolHandle(Inner, #[expect(dead_code, reason = "it is held")] Arc<Source>);

stage::derefs_to!([] LocalPoolHandle => Inner);

impl LocalPoolHandle {
    #[track_caller]
    pub fn new(pool_size: usize) -> Self {
        Self(Inner::new(pool_size), Arc::new(Source::begin()))
    }
}
