//! Which listings run on the Rust Playground as they do here. It has the crates that most listings use, but no network and nobody
//! who presses Ctrl-C, and it stops what takes long.

use timeline::Trace;

use crate::catalogue::{Catalogue, Listing, Manifest, Suffix};
use crate::problem::{Result, read};

/// The crates of listings that the Playground has, in versions that fit.
const CRATES: [&str; 3] = ["futures", "tokio", "tokio_util"];
/// Modules of `std` and `tokio` that reach out of the program.
const OUTSIDE: [&str; 4] = ["fs", "net", "process", "signal"];
/// The Playground gives ten seconds to the compiler and the program together, in microseconds. So much is left for the program.
const LONGEST: u64 = 7_000_000;

/// Whether a listing runs there. `trace` is that of a listing that has one.
///
/// # Errors
/// Its source or the manifest of the listings cannot be read.
pub fn runs(catalogue: &Catalogue, listing: &Listing, trace: Option<&Trace>) -> Result<bool> {
    let source = read(&catalogue.root, &format!("listings/{}", listing.path()))?;
    let crates = Manifest::read(&catalogue.root)?.crates;
    Ok(ends_in_time(listing.suffix, trace.map(|trace| trace.end)) && is_inside(&source, &crates))
}

/// Whether a listing with this suffix comes to its end there. `end` is when it did in its trace, in virtual microseconds.
fn ends_in_time(suffix: Suffix, end: Option<u64>) -> bool {
    matches!(suffix, Suffix::Plain | Suffix::Real | Suffix::Panic) && end.is_none_or(|end| end <= LONGEST)
}

/// Whether a source names, of these crates, only what the Playground has, and no module that reaches out.
fn is_inside(source: &str, crates: &[String]) -> bool {
    let missing = crates.iter().filter(|name| !CRATES.contains(&name.as_str()));
    !missing
        .map(String::as_str)
        .chain(OUTSIDE)
        .any(|name| names(source, name))
}

/// Whether `name` is part of a path somewhere in the source: `name::item` or `use name;`.
fn names(source: &str, name: &str) -> bool {
    source.match_indices(name).any(|(at, _)| {
        let (before, after) = (&source[..at], &source[at + name.len()..]);
        let begins = !before.ends_with(|last: char| last.is_alphanumeric() || last == '_');
        begins && (after.starts_with("::") || (before.ends_with("use ") && after.starts_with([';', ' '])))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_end_in_time_stays_here() {
        for (suffix, end, expected) in [
            (Suffix::Plain, Some(2_000_000), true),
            (Suffix::Plain, Some(7_000_000), true),
            (Suffix::Plain, Some(7_600_000), false),
            (Suffix::Panic, Some(0), true),
            (Suffix::Real, None, true),
            (Suffix::Hang, Some(0), false),
            (Suffix::Fail, None, false),
        ] {
            assert_eq!(ends_in_time(suffix, end), expected, "{suffix:?} {end:?}");
        }
    }

    #[test]
    fn what_a_source_names_decides() {
        let crates = ["async_channel", "futures", "tokio", "tokio_stream", "tokio_util"].map(String::from);
        for (source, expected) in [
            ("fn main() {}", true),
            ("use std::time::Duration;\nuse tokio::time::{Instant, sleep};", true),
            ("use tokio_util::sync::CancellationToken;", true),
            ("use futures::future::join_all;", true),
            ("use tokio_stream::StreamExt;", false),
            ("let (sender, receiver) = async_channel::bounded(1);", false),
            ("use async_channel as queue;", false),
            ("use tokio_stream;", false),
            ("use tokio::net::TcpListener;", false),
            ("let bytes = tokio::fs::read(path).await;", false),
            ("use tokio::{net::TcpStream, time};", false),
            (
                "use tokio::{net, time};\nlet stream = net::TcpStream::connect(a);",
                false,
            ),
            ("use std::process::Command;", false),
            ("use std::fs;\nfs::write(path, bytes);", false),
            ("tokio::signal::ctrl_c().await;", false),
            // Names that only look like it.
            ("async fn process(order: Order) { offs::run(); internet::ask() }", true),
            ("let net = 3; shop.process(order).await;", true),
        ] {
            assert_eq!(is_inside(source, &crates), expected, "{source}");
        }
    }
}
