//! Which listings run on the Rust Playground as they do here. The Playground has the crates that most listings use, but no network
//! and no Ctrl-C, and it stops programs that take long.

use timeline::Trace;

use crate::catalogue::{Catalogue, Listing, Manifest, Suffix};
use crate::problem::{Result, read};

/// The crates that listings use and the Playground has, in compatible versions.
const CRATES: [&str; 3] = ["futures", "tokio", "tokio_util"];
/// Modules of `std` and `tokio` for the world outside the program.
const OUTSIDE: [&str; 4] = ["fs", "net", "process", "signal"];
/// How long a program may run there, in microseconds. The Playground allows ten seconds for compiling and running together.
const TIME_LIMIT: u64 = 7_000_000;

/// Whether a listing runs on the Playground. `trace` is the listing's trace, if it has one.
///
/// # Errors
/// Fails if the listing's source or the manifest of the listings cannot be read.
pub fn runs(catalogue: &Catalogue, listing: &Listing, trace: Option<&Trace>) -> Result<bool> {
    let source = read(&catalogue.root, &format!("listings/{}", listing.path()))?;
    let crates = Manifest::read(&catalogue.root)?.crates;
    Ok(ends_in_time(listing.suffix, trace.map(|trace| trace.end)) && is_supported(&source, &crates))
}

/// Whether a listing with this suffix ends within the time limit. `end` is the end of its trace, in virtual microseconds.
fn ends_in_time(suffix: Suffix, end: Option<u64>) -> bool {
    matches!(suffix, Suffix::Plain | Suffix::Real | Suffix::Panic) && end.is_none_or(|end| end <= TIME_LIMIT)
}

/// Whether a source uses none of these crates that the Playground lacks, and no module for the outside world.
fn is_supported(source: &str, crates: &[String]) -> bool {
    let missing = crates.iter().filter(|name| !CRATES.contains(&name.as_str()));
    !missing
        .map(String::as_str)
        .chain(OUTSIDE)
        .any(|name| names(source, name))
}

/// Whether `name` is part of a path in the source: `name::item` or `use name;`.
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
    fn programs_that_exceed_the_time_limit_are_excluded() {
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
    fn sources_with_missing_crates_or_outside_modules_are_excluded() {
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
            // Similar names.
            ("async fn process(order: Order) { offs::run(); internet::ask() }", true),
            ("let net = 3; shop.process(order).await;", true),
        ] {
            assert_eq!(is_supported(source, &crates), expected, "{source}");
        }
    }
}
