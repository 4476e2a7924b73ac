//! The listings as programs on the stage: a program for each part of the book, which runs the listing that its argument names.
//!
//! A listing is included as it is. What makes it run on the stage stands outside of it: in this package the crate names `futures`, `std`,
//! `tokio` and `tokio_util` mean the stage's facades. The programs, in `src/bin/`, are lists for [`part!`]; `cargo run manifest` writes them.

/// The program of one part: its name, then each listing's module, name and suffix.
///
/// `LESSONS_LISTINGS` is the folder of the listings, set in `.cargo/config.toml`. The path is whole, without `..`, since panics print it.
#[macro_export]
macro_rules! part {
    ($part:literal $($module:ident $name:literal $suffix:literal)*) => {
        $(
            // Where the stage's own methods come before those of a trait, its import has nothing to do. Clippy sees the listings as
            // examples, on the originals.
            #[allow(unused_imports)]
            mod $module {
                // Not a `#[path]` module: nobody outside of it could call its `main`, which is private.
                include!(concat!(env!("LESSONS_LISTINGS"), "/", $part, "/", $name, $suffix));

                pub(super) fn __run() -> ::std::process::ExitCode {
                    ::stage::report(main)
                }
            }
        )*

        fn main() -> ::std::process::ExitCode {
            ::stage::main(&[$(::stage::Program {
                name: $name,
                path: concat!($part, "/", $name, $suffix),
                run: $module::__run,
            }),*])
        }
    };
}
