//! Serves the book on this machine, and rebuilds it when its sources change.

mod address;
mod http;

use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Error, Result, bail};
use async_lessons::commands::site::ServeOptions;
use async_lessons::run::when_interrupted;
use serde::Serialize;
use tempfile::TempDir;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use crate::pages;
use crate::place::Scratch;
use crate::programs::Programs;
use crate::watch::watch;

/// The folder of a good build. It is removed after the last request for it.
type Pages = Arc<TempDir>;

/// What requests share with the builds. Open pages get the parts that are plain data.
#[derive(Clone, Debug, Default, Serialize)]
struct Live {
    /// Identifies the last good build; empty before the first one.
    build: String,
    /// Why the last build failed, if it did.
    error: Option<String>,
    #[serde(skip)]
    pages: Option<Pages>,
}

/// Serves the book until Ctrl-C, which ends this process.
///
/// # Errors
/// The port is in use, or files cannot be watched. A failed build is reported, and is not an error.
pub async fn serve(root: &Path, options: ServeOptions) -> Result<()> {
    let (listeners, address) = address::bind(options.hostname.as_deref(), options.port).await?;
    let scratch = Arc::new(Scratch::beside(&pages::folder(root)?)?);
    let (sender, changes) = mpsc::unbounded_channel();
    let _watcher = watch(root, sender)?;
    let (live, state) = watch::channel(Live::default());

    let router = http::router(state, options.hostname);
    let mut servers = JoinSet::new();
    for listener in listeners {
        servers.spawn(http::answer(listener, router.clone()));
    }
    let rebuilds = tokio::task::spawn_blocking({
        let (root, scratch) = (root.to_owned(), Arc::clone(&scratch));
        move || keep_current(&root, &address, options.open, &live, changes, &scratch)
    });
    // On Ctrl-C, do not wait for connections: a page that waits for news never closes its own. Exiting drops nothing.
    let folder = scratch.path().to_owned();
    when_interrupted(move || {
        eprintln!("stopped");
        let _ = std::fs::remove_dir_all(&folder);
        0
    });
    tokio::select! {
        Some(ended) = servers.join_next() => ended.context("the server failed"),
        ended = rebuilds => {
            ended?;
            bail!("the book can no longer be watched")
        }
    }
}

/// Builds the pages, and builds them again after each change. Blocks its thread until the watcher is dropped.
fn keep_current(
    root: &Path,
    address: &str,
    mut open: bool,
    live: &watch::Sender<Live>,
    mut changes: mpsc::UnboundedReceiver<()>,
    scratch: &Scratch,
) {
    let mut programs = Programs::handed_over(root);
    loop {
        let started = Instant::now();
        match build(root, &mut programs, scratch) {
            // A listing was saved meanwhile.
            Ok(None) => continue,
            Ok(Some(folder)) => {
                publish(live, folder);
                let seconds = started.elapsed().as_secs_f64();
                eprintln!("{address} is up to date ({seconds:.1} s); press Ctrl-C to stop");
                if mem::take(&mut open) && open::that(address).is_err() {
                    eprintln!("cannot open a browser; the book is at {address}");
                }
            }
            Err(error) => report(live, &error),
        }
        if changes.blocking_recv().is_none() {
            return;
        }
        while changes.try_recv().is_ok() {}
    }
}

/// Builds the pages in a new folder; `None` if they may show what did not run, because a listing was saved meanwhile.
fn build(root: &Path, programs: &mut Programs, scratch: &Scratch) -> Result<Option<TempDir>> {
    programs.prepare(root)?;
    let folder = scratch.folder()?;
    pages::render(root, folder.path())?;
    Ok(programs.are_current(root).then_some(folder))
}

/// Serves the pages in `folder` from now on, and loads the pages that are open again.
fn publish(live: &watch::Sender<Live>, folder: TempDir) {
    // Two servers, one after the other at the same address, have no build in common.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    live.send_replace(Live {
        build: now.as_micros().to_string(),
        error: None,
        pages: Some(Arc::new(folder)),
    });
}

/// Reports a failed build, on the terminal and on the pages that are open, and how to go on.
fn report(live: &watch::Sender<Live>, error: &Error) {
    let text = format!("{error:#}");
    let state = match live.borrow().pages {
        Some(_) => "The pages of the last good build are still served.",
        None => "There are no pages yet.",
    };
    let is_known = live.borrow().error.as_ref() == Some(&text);
    if is_known {
        eprintln!("the same error as before");
        return;
    }
    eprintln!("error: {text}\n{state} Fix the error and save to build again.");
    live.send_modify(|live| live.error = Some(text));
}
