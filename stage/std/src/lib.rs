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

#[doc(hidden)]
pub use ::stage as __stage;
#[doc(hidden)]
pub use ::std as __real;

/// As [`std::println`]; the stage notes what is printed, and where.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arguments:tt)*) => {{
        let text = $crate::__real::format!($($arguments)*);
        $crate::__stage::printed($crate::__real::line!(), &$crate::__real::format!("{text}\n"));
        $crate::__real::println!("{text}");
    }};
}

/// As [`std::print`]; the stage notes what is printed, and where.
#[macro_export]
macro_rules! print {
    ($($arguments:tt)*) => {{
        let text = $crate::__real::format!($($arguments)*);
        $crate::__stage::printed($crate::__real::line!(), &text);
        $crate::__real::print!("{text}");
    }};
}
