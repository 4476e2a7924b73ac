//! `join!`, `try_join!` and `select!`, whose branches become lanes, named by their source text.

#[macro_export]
macro_rules! join {
    (biased; $($future:expr),* $(,)?) => { $crate::__real::join!(biased; $($crate::__branch!($future)),*) };
    ($($future:expr),* $(,)?) => { $crate::__real::join!($($crate::__branch!($future)),*) };
}

#[macro_export]
macro_rules! try_join {
    (biased; $($future:expr),* $(,)?) => { $crate::__real::try_join!(biased; $($crate::__branch!($future)),*) };
    ($($future:expr),* $(,)?) => { $crate::__real::try_join!($($crate::__branch!($future)),*) };
}

/// A branch, which Tokio's macro turns into a lane.
#[doc(hidden)]
#[macro_export]
macro_rules! __branch {
    ($future:expr) => {
        $crate::__stage::Branch {
            source: stringify!($future),
            at: $crate::__stage::here(),
            future: $future,
        }
    };
}

/// As [`tokio::select!`]. Moves one branch after the other from the input to the output, with its future as a lane.
#[macro_export]
macro_rules! select {
    (biased; $($rest:tt)*) => { $crate::__select!([biased;] [] $($rest)*) };
    ($($rest:tt)*) => { $crate::__select!([] [] $($rest)*) };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    // All branches are done.
    ([$($mode:tt)*] [$($done:tt)*]) => { $crate::__real::select! { $($mode)* $($done)* } };
    ([$($mode:tt)*] [$($done:tt)*] else => $handler:expr $(,)?) => {
        $crate::__real::select! { $($mode)* $($done)* else => $handler }
    };
    // A handler that is a block needs no comma after it.
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr, if $guard:expr => $handler:block $(, $($rest:tt)*)?) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future), if $guard => $handler,] $($($rest)*)?)
    };
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr => $handler:block $(, $($rest:tt)*)?) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future) => $handler,] $($($rest)*)?)
    };
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr, if $guard:expr => $handler:block $($rest:tt)*) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future), if $guard => $handler,] $($rest)*)
    };
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr => $handler:block $($rest:tt)*) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future) => $handler,] $($rest)*)
    };
    // Any other handler becomes a block: Tokio's macro does not accept an expression that was parsed before.
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr, if $guard:expr => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future), if $guard => { $handler },] $($($rest)*)?)
    };
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future) => { $handler },] $($($rest)*)?)
    };
}
