//! What the listings see under the name `std`: the standard library, with a `thread::sleep` that knows the virtual clock.

pub use ::std::*;

/// `std::thread`, with [`sleep`](thread::sleep) replaced.
pub mod thread {
    pub use ::std::thread::*;

    /// As [`std::thread::sleep`]; in async code on the virtual clock it holds the thread for `duration` virtual seconds.
    pub fn sleep(duration: ::std::time::Duration) {
        ::stage::block_thread(duration);
    }
}
