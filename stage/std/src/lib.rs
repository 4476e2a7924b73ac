//! What the listings see under the name `std`: the standard library, with threads and a `time::Instant` that know the virtual
//! clock.

pub use ::std::*;

/// `std::process`, whose [`exit`](process::exit) keeps what was recorded.
pub mod process {
    pub use ::std::process::*;

    /// As [`std::process::exit`].
    pub fn exit(code: i32) -> ! {
        ::stage::exit(code)
    }
}

pub mod thread;
pub mod time;

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
