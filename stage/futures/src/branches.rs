//! `join!`, `try_join!` and `select!`, whose branches become lanes, named by their source text.

use std::pin::Pin;
use std::task::{Context, Poll};

use ::futures::future::FusedFuture;
use stage::LaneFuture;

#[macro_export]
macro_rules! join {
    ($($future:expr),* $(,)?) => { $crate::__real::join!($($crate::__branch!($future)),*) };
}

#[macro_export]
macro_rules! try_join {
    ($($future:expr),* $(,)?) => { $crate::__real::try_join!($($crate::__branch!($future)),*) };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __branch {
    ($future:expr) => {
        $crate::__stage::LaneFuture::branch(stringify!($future), $crate::__stage::here(), $future)
    };
}

/// As [`futures::select!`]. Moves one branch after the other from the input to the output, with its future as a lane.
#[macro_export]
macro_rules! select {
    ($($branches:tt)*) => { $crate::__select!(select [] $($branches)*) };
}

/// As [`futures::select_biased!`].
#[macro_export]
macro_rules! select_biased {
    ($($branches:tt)*) => { $crate::__select!(select_biased [] $($branches)*) };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    // All branches are done.
    ($macro:ident [$($done:tt)*]) => { $crate::__real::$macro! { $($done)* } };
    ($macro:ident $done:tt complete => $handler:block $($rest:tt)*) => {
        $crate::__select!(@then $macro $done [complete => $handler,] $($rest)*)
    };
    ($macro:ident [$($done:tt)*] complete => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($macro [$($done)* complete => $handler,] $($($rest)*)?)
    };
    ($macro:ident $done:tt default => $handler:block $($rest:tt)*) => {
        $crate::__select!(@then $macro $done [default => $handler,] $($rest)*)
    };
    ($macro:ident [$($done:tt)*] default => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($macro [$($done)* default => $handler,] $($($rest)*)?)
    };
    // A name stays the listing's.
    ($macro:ident $done:tt $pattern:pat = $future:ident => $handler:block $($rest:tt)*) => {
        $crate::__select!(@then $macro $done [
            $pattern = $crate::__Fused($crate::__branch!(&mut $future)) => $handler,
        ] $($rest)*)
    };
    ($macro:ident [$($done:tt)*] $pattern:pat = $future:ident => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($macro [
            $($done)* $pattern = $crate::__Fused($crate::__branch!(&mut $future)) => $handler,
        ] $($($rest)*)?)
    };
    ($macro:ident $done:tt $pattern:pat = $future:expr => $handler:block $($rest:tt)*) => {
        $crate::__select!(@then $macro $done [
            $pattern = $crate::__Fused($crate::__branch!($future)) => $handler,
        ] $($rest)*)
    };
    ($macro:ident [$($done:tt)*] $pattern:pat = $future:expr => $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!($macro [
            $($done)* $pattern = $crate::__Fused($crate::__branch!($future)) => $handler,
        ] $($($rest)*)?)
    };
    // A handler that is a block needs no comma after it.
    (@then $macro:ident [$($done:tt)*] [$($next:tt)*] , $($rest:tt)*) => {
        $crate::__select!($macro [$($done)* $($next)*] $($rest)*)
    };
    (@then $macro:ident [$($done:tt)*] [$($next:tt)*] $($rest:tt)*) => {
        $crate::__select!($macro [$($done)* $($next)*] $($rest)*)
    };
}

/// A branch of `select!`.
#[doc(hidden)]
pub struct Fused<F>(pub LaneFuture<F>);

impl<F: Future> Future for Fused<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        Pin::new(&mut self.0).poll(context)
    }
}

impl<F: FusedFuture> FusedFuture for Fused<F> {
    fn is_terminated(&self) -> bool {
        self.0.get_ref().is_terminated()
    }
}
