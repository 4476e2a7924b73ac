//! `join`, `try_join` and those with more arguments.

use std::panic::Location;

use ::futures::future::{self as real, TryFuture};
use stage::LaneFuture;

macro_rules! joins {
    ($($function:ident, $name:ident: $($future:ident $letter:ident),*;)*) => {$(
        #[doc = concat!("As [`futures::future::", stringify!($name), "`]; it holds lanes.")]
        pub type $name<$($letter),*> = real::$name<$(LaneFuture<$letter>),*>;

        #[track_caller]
        pub fn $function<$($letter),*>($($future: $letter),*) -> $name<$($letter),*>
        where
            $($letter: Future,)*
        {
            let at = Location::caller();
            real::$function($(LaneFuture::member(stringify!($function), $future, at)),*)
        }
    )*};
}

joins! {
    join, Join: a A, b B;
    join3, Join3: a A, b B, c C;
    join4, Join4: a A, b B, c C, d D;
    join5, Join5: a A, b B, c C, d D, e E;
}

macro_rules! try_joins {
    ($($function:ident, $name:ident: $($future:ident $letter:ident $ok:ident),*;)*) => {$(
        #[doc = concat!("As [`futures::future::", stringify!($name), "`]; it holds lanes.")]
        pub type $name<$($letter),*> = real::$name<$(LaneFuture<$letter>),*>;

        #[track_caller]
        pub fn $function<$($letter, $ok,)* Error>($($future: $letter),*) -> $name<$($letter),*>
        where
            $($letter: Future<Output = Result<$ok, Error>> + TryFuture<Ok = $ok, Error = Error>,)*
        {
            let at = Location::caller();
            real::$function($(LaneFuture::member(stringify!($function), $future, at)),*)
        }
    )*};
}

try_joins! {
    try_join, TryJoin: a A OkA, b B OkB;
    try_join3, TryJoin3: a A OkA, b B OkB, c C OkC;
    try_join4, TryJoin4: a A OkA, b B OkB, c C OkC, d D OkD;
    try_join5, TryJoin5: a A OkA, b B OkB, c C OkC, d D OkD, e E OkE;
}
