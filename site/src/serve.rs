//! Serves the book on this machine, and rebuilds it when its sources change.

use std::convert::Infallible;
use std::fmt::Display;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;
use std::{io, mem};

use anyhow::{Context, Result, bail};
use async_lessons::catalogue::Catalogue;
use async_lessons::run;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::{Router, routing};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, mpsc};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::pages;
use crate::watch::{Change, watch};

/// The address at which pages wait for the news of a rebuild.
const NEWS: &str = "/.changes";

/// The script that reloads a page. It is added to each page when it is served, so that the pages on disk can be published.
const RELOAD: &str = "<script>new EventSource(\"/.changes\").onmessage = () => location.reload()</script>";

/// What requests share with the builds.
#[derive(Clone)]
struct Served {
    /// The folder of the last good build; `None` before the first one.
    pages: Arc<RwLock<Option<PathBuf>>>,
    news: broadcast::Sender<()>,
}

/// The options of `cargo run serve`.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The port on the loopback interface; 0 for any free one.
    pub port: u16,
    /// Whether to open the book in a browser after the first good build.
    pub open: bool,
}

/// Serves the book until Ctrl-C, which ends this process.
///
/// # Errors
/// The port is in use, or files cannot be watched. A failed build is reported, and is not an error.
pub async fn serve(root: &Path, options: Options) -> Result<()> {
    let listener = bind(options.port).await?;
    let address = format!("http://localhost:{}", listener.local_addr()?.port());
    let served = Served {
        pages: Arc::default(),
        news: broadcast::channel(1).0,
    };
    let (sender, changes) = mpsc::unbounded_channel();
    let _watcher = watch(root, sender)?;

    let router = Router::new()
        .route(NEWS, routing::get(news))
        .fallback(page)
        .with_state(served.clone());
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let rebuilds = tokio::task::spawn_blocking({
        let (root, address) = (root.to_owned(), address.clone());
        move || keep_current(&root, &address, options.open, &served, changes)
    });
    // On Ctrl-C, do not wait for connections: a page that waits for news never closes its own.
    tokio::select! {
        result = server => result?.context("the server failed"),
        result = rebuilds => {
            result?;
            bail!("the book can no longer be watched")
        }
        result = tokio::signal::ctrl_c() => {
            result.context("cannot wait for Ctrl-C")?;
            eprintln!("stopped");
            std::process::exit(0)
        }
    }
}

async fn bind(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => bail!(
            "port {port} is in use, perhaps by another `cargo run serve`; choose another with --port, such as --port {}",
            port.wrapping_add(1).max(1024)
        ),
        bound => bound.with_context(|| format!("cannot listen on port {port}")),
    }
}

/// Builds the pages, and builds them again after each change. Blocks its thread until the watcher is dropped.
fn keep_current(
    root: &Path,
    address: &str,
    mut open: bool,
    served: &Served,
    mut changes: mpsc::UnboundedReceiver<Change>,
) {
    // Two folders in turn: the pages in one are served while those in the other are built.
    let mut folders = [root.join("target/serve/a"), root.join("target/serve/b")];
    loop {
        let started = Instant::now();
        match pages::render(root, &folders[0]) {
            Ok(()) => {
                served.publish(&folders[0]);
                folders.swap(0, 1);
                eprintln!(
                    "{address} is up to date ({:.1} s); press Ctrl-C to stop",
                    started.elapsed().as_secs_f64()
                );
                if mem::take(&mut open) && open::that(address).is_err() {
                    eprintln!("cannot open a browser; the book is at {address}");
                }
            }
            Err(error) => served.report(&error),
        }
        // What could not be prepared is prepared with the next change.
        let mut all = Vec::new();
        loop {
            let Some(next) = next_changes(&mut changes) else { return };
            all.extend(next);
            match prepare(root, &all) {
                Ok(()) => break,
                Err(problem) => served.report(&problem),
            }
        }
    }
}

/// Waits for a change, and returns it with those that have come in by then; `None` after the watcher is dropped.
fn next_changes(changes: &mut mpsc::UnboundedReceiver<Change>) -> Option<Vec<Change>> {
    let mut all = vec![changes.blocking_recv()?];
    while let Ok(next) = changes.try_recv() {
        all.push(next);
    }
    Some(all)
}

impl Served {
    /// The folder of the last good build.
    fn folder(&self) -> Option<PathBuf> {
        self.pages.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves the pages in `folder` from now on, and reloads the pages that are open.
    fn publish(&self, folder: &Path) {
        *self.pages.write().unwrap_or_else(PoisonError::into_inner) = Some(folder.to_owned());
        // Sending fails if no page is open.
        let _ = self.news.send(());
    }

    /// Reports a failed build, and how to go on.
    fn report(&self, error: &dyn Display) {
        let state = match self.folder() {
            Some(_) => "The pages of the last good build are still served.",
            None => "There are no pages yet.",
        };
        eprintln!("error: {error:#}\n{state} Fix the error and save to build again.");
    }
}

/// Builds the programs of the changed listings.
fn prepare(root: &Path, changes: &[Change]) -> async_lessons::problem::Result<()> {
    let affects_all = changes.iter().any(|change| change.affects_all);
    let names: Vec<&str> = changes
        .iter()
        .flat_map(|change| &change.listings)
        .map(String::as_str)
        .collect();
    let catalogue = Catalogue::load(root)?;
    let stale: Vec<_> = catalogue
        .listings()
        .filter(|listing| affects_all || names.contains(&listing.name().as_str()))
        .collect();
    run::build_now(&catalogue, stale)
}

/// Answers a request for a page or another file.
async fn page(State(served): State<Served>, request: Request) -> Response {
    let Some(folder) = served.folder() else {
        let text = format!(
            "<!doctype html><title>One moment</title><p>The book is being built; the terminal shows the progress.</p>{RELOAD}"
        );
        return (StatusCode::SERVICE_UNAVAILABLE, Html(text)).into_response();
    };
    let response = match ServeDir::new(&folder).oneshot(request).await {
        Ok(response) if response.status() == StatusCode::NOT_FOUND => not_found(&folder).await,
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    let mut response = with_reload(response).await;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The book's own page for a wrong address.
async fn not_found(folder: &Path) -> Response {
    let text = tokio::fs::read_to_string(folder.join("404.html")).await;
    (StatusCode::NOT_FOUND, Html(text.unwrap_or_else(|_| "not found".into()))).into_response()
}

/// Adds the reload script to a page; leaves anything else as it is.
async fn with_reload(response: Response) -> Response {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/html")));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let text = String::from_utf8_lossy(&bytes).replacen("</body>", &format!("{RELOAD}</body>"), 1);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(text))
}

/// Sends a page one event after each good build.
async fn news(State(served): State<Served>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    Sse::new(BroadcastStream::new(served.news.subscribe()).map(|_| Ok(Event::default().data("changed"))))
}
