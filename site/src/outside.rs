//! Asks the hosts to which the pages link whether the links still lead somewhere.
//!
//! `curl` asks: it is part of macOS, of Windows and of most other systems, and knows proxies and certificates. A library for the same
//! would make every reader's first build ten seconds longer, for a handful of links that CI asks for once a week.

use std::fmt::Write;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::links::outside;

/// How many links are asked at a time: all may be on one host, which should not take it for an attack.
const AT_A_TIME: usize = 4;

/// How many redirects are followed for a link.
const REDIRECTS: &str = "10";

/// Asks each distinct link of the pages in `folder`, without its fragment, and gives it up after `limit`. What it finds names the link,
/// the answer, and a page that has it. Returns that, and how many links there are.
///
/// # Errors
/// The folder cannot be read, or there is no `curl`.
pub fn check(folder: &Path, limit: Duration) -> Result<(Vec<String>, usize)> {
    let links = outside(folder)?;
    let pool = ThreadPoolBuilder::new().num_threads(AT_A_TIME).build()?;
    let answers: Vec<Option<String>> = pool.install(|| {
        let answers = links.par_iter().map(|(link, _)| ask(link, limit));
        answers.collect::<Result<_>>()
    })?;
    let problems = links.iter().zip(answers).filter_map(|((link, pages), answer)| {
        let mut problem = format!("{}: {link}: {}", pages.first()?, answer?);
        if pages.len() > 1 {
            write!(problem, " (and on {} more)", pages.len() - 1).ok()?;
        }
        Some(problem)
    });
    Ok((problems.collect(), links.len()))
}

/// What is wrong with a link. Its head is asked for first; servers that refuse that may yet give the whole.
fn ask(link: &str, limit: Duration) -> Result<Option<String>> {
    if request(&["--head"], link, limit)?.is_none() {
        return Ok(None);
    }
    request(&[], link, limit)
}

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
        Err(error) if error.kind() == io::ErrorKind::NotFound => bail!("links outside are asked by `curl`; install it"),
        output => output.context("cannot start curl")?,
    };
    if !output.status.success() {
        // `curl: (28) Operation timed out …`
        return Ok(Some(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    let status = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok((!status.starts_with('2')).then(|| format!("answers {status}")))
}
