//! The listings as programs on the stage. Each part of the book has a program, which runs the listing that its argument names.
//!
//! Listings are included unchanged. They run on the stage because, in this package, the crate names `futures`, `std`, `tokio` and
//! `tokio_util` mean the stage's facades. The programs in `src/bin/` are calls of [`part!`], written by `cargo run manifest`.

pub use async_lessons_include::listing;

/// Makes the program of one part from the part's name and each listing's module, name and suffix.
///
/// `.cargo/config.toml` sets `LESSONS_LISTINGS` to the folder of the listings.
#[macro_export]
macro_rules! part {
    ($part:literal $($module:ident $name:literal $suffix:literal)*) => {
        $(
            // An import of a trait is unused if the stage's own methods take precedence. Clippy checks the listings as examples on
            // the original crates.
            #[allow(unused_imports)]
            mod $module {
                // In a `#[path]` module, `main` would be private.
                ::async_lessons_parts::listing!($part $name $suffix);

                pub(super) fn __run() -> ::std::process::ExitCode {
                    ::stage::report(main)
                }
            }
        )*

        fn main() -> ::std::process::ExitCode {
            ::stage::main(&[$(::stage::Program {
                name: $name,
                path: concat!($part, "/", $name, $suffix),
                source: include_str!(concat!(env!("LESSONS_LISTINGS"), "/", $part, "/", $name, $suffix)),
                run: $module::__run,
            }),*])
        }
    };
}
