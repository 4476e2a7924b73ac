//! What the listings see under the name `std`: the standard library, with a `thread::sleep` and a `time::Instant` that know the
//! virtual clock.

pub use ::std::*;

pub mod time;

/// `std::thread`, with [`sleep`](thread::sleep) replaced.
pub mod thread {
    pub use ::std::thread::*;

    /// As [`std::thread::sleep`]; in async code on the virtual clock it blocks the thread for `duration` of virtual time.
    #[track_caller]
    pub fn sleep(duration: ::std::time::Duration) {
        ::stage::block_thread(duration);
    }
}

#[doc(hidden)]
pub use ::stage as __stage;
#[doc(hidden)]
pub use ::std as __real;

/// As [`std::println`]; the stage records what is printed, and where.
// As in the original, the arguments are part of the call that prints: their temporaries live until it returns.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arguments:tt)*) => {{
        $crate::__stage::print_line($crate::__real::line!(), $crate::__real::format_args!($($arguments)*));
    }};
}

/// As [`std::print`]; the stage records what is printed, and where.
#[macro_export]
macro_rules! print {
    ($($arguments:tt)*) => {{
        $crate::__stage::print($crate::__real::line!(), $crate::__real::format_args!($($arguments)*));
    }};
}
