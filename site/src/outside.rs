//! Checks that the pages' links to other hosts still work.
//!
//! It runs `curl`, which comes with macOS, Windows and most other systems, and which knows about proxies and certificates. An HTTP
//! library would make every reader's first build ten seconds longer, for a few links that CI checks once a week.

use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::links;

/// How many links are requested at a time. All may be on one host, which should not take the check for an attack.
const AT_A_TIME: usize = 4;

/// How many redirects are followed for a link.
const REDIRECTS: &str = "10";

/// Requests each distinct link on the pages in `folder`, and waits for each answer no longer than `limit`. Returns the problems and
/// the number of links. A problem names the first page with the link, the link, and what is wrong.
///
/// # Errors
/// The folder cannot be read, or `curl` is missing.
pub fn check(folder: &Path, limit: Duration) -> Result<(Vec<String>, usize)> {
    let links = links::outside(folder)?;
    let pool = ThreadPoolBuilder::new().num_threads(AT_A_TIME).build()?;
    let faults: Vec<Option<String>> = pool.install(|| {
        let faults = links.par_iter().map(|(link, _)| fault(link, limit));
        faults.collect::<Result<_>>()
    })?;
    let problems = links.iter().zip(faults).filter_map(|((link, pages), fault)| {
        let more = match pages.len() {
            1 => String::new(),
            count => format!(" (on {count} pages)"),
        };
        Some(format!("{}: {link}: {}{more}", pages.first()?, fault?))
    });
    Ok((problems.collect(), links.len()))
}

/// What is wrong with a link, if anything. Some servers refuse HEAD requests, so a failed one is followed by a GET request.
fn fault(link: &str, limit: Duration) -> Result<Option<String>> {
    match request(&["--head"], link, limit)? {
        None => Ok(None),
        Some(_) => request(&[], link, limit),
    }
}

/// Requests a link, and returns what went wrong, if anything.
fn request(method: &[&str], link: &str, limit: Duration) -> Result<Option<String>> {
    let output = Command::new("curl")
        .args(method)
        .args(["--silent", "--show-error", "--location", "--max-redirs", REDIRECTS])
        .args(["--proto", "=http,https", "--proto-redir", "=http,https"])
        .args(["--max-time", &limit.as_secs_f64().to_string()])
        .args(["--output", if cfg!(windows) { "NUL" } else { "/dev/null" }])
        .args(["--write-out", "%{http_code}", "--url", link])
        .output();
    let output = match output {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            bail!("`curl` is needed to check links to other hosts; install it")
        }
        output => output.context("cannot start curl")?,
    };
    if !output.status.success() {
        // `curl: (28) Operation timed out …`
        return Ok(Some(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    let status = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok((!status.starts_with('2')).then(|| format!("status {status}")))
}
