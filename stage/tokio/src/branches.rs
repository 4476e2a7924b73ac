//! `join!`, `try_join!` and `select!`, whose branches become lanes, named by their source text.

/// As [`tokio::join!`].
#[macro_export]
macro_rules! join {
    (biased; $($future:expr),* $(,)?) => { $crate::__real::join!(biased; $($crate::__branch!($future)),*) };
    ($($future:expr),* $(,)?) => { $crate::__real::join!($($crate::__branch!($future)),*) };
}

/// As [`tokio::try_join!`].
#[macro_export]
macro_rules! try_join {
    (biased; $($future:expr),* $(,)?) => { $crate::__real::try_join!(biased; $($crate::__branch!($future)),*) };
    ($($future:expr),* $(,)?) => { $crate::__real::try_join!($($crate::__branch!($future)),*) };
}

/// A branch, of which tokio's macro makes a lane.
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

/// As [`tokio::select!`]. Branch after branch is taken from the input and set out again with its future as a lane.
#[macro_export]
macro_rules! select {
    (biased; $($rest:tt)*) => { $crate::__select!([biased;] [] $($rest)*) };
    ($($rest:tt)*) => { $crate::__select!([] [] $($rest)*) };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    // All branches are set out.
    ([$($mode:tt)*] [$($done:tt)*]) => { $crate::__real::select! { $($mode)* $($done)* } };
    ([$($mode:tt)*] [$($done:tt)*] else => $handler:expr $(,)?) => {
        $crate::__real::select! { $($mode)* $($done)* else => $handler }
    };
    // A handler that is a block needs no comma behind it.
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
    // Any other handler is made a block: tokio's macro does not take an expression for one that was parsed before.
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr, if $guard:expr => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future), if $guard => { $handler },] $($($rest)*)?)
    };
    ($mode:tt [$($done:tt)*] $pattern:pat = $future:expr => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($mode [$($done)* $pattern = $crate::__branch!($future) => { $handler },] $($($rest)*)?)
    };
}
