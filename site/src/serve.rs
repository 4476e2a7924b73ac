//! Serves the book on this machine, and makes it anew when its sources change.

use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use async_lessons::catalogue::Catalogue;
use async_lessons::run;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, mpsc};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::pages;
use crate::watch::{Change, watch};

/// Where pages listen for the news that they are stale.
const NEWS: &str = "/.changes";

/// Put into each page as it is served, so that the pages on disk are those that are published.
const RELOAD: &str = "<script>new EventSource(\"/.changes\").onmessage = () => location.reload()</script>";

/// How a request finds the pages of the moment.
#[derive(Clone)]
struct Served {
    /// The folder of the last pages that were made without an error; none before the first.
    pages: Arc<RwLock<Option<PathBuf>>>,
    news: broadcast::Sender<()>,
}

/// What the user asked for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The port, on the loopback interface.
    pub port: u16,
    /// Whether to open the book in the browser once it can be read.
    pub open: bool,
}

/// Serves until Ctrl-C.
///
/// # Errors
/// The port is in use, or files cannot be watched. A build that fails is reported, and is none.
pub async fn serve(root: &Path, options: Options) -> Result<()> {
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!(
                "port {0} is in use, perhaps by another `cargo run serve`; choose one with --port, such as --port {1}",
                options.port,
                options.port.wrapping_add(1).max(1024)
            );
        }
        bound => bound.with_context(|| format!("cannot listen on port {}", options.port))?,
    };
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
    // Ends on Ctrl-C without waiting for the connections: a page that listens for news never closes its own.
    tokio::select! {
        result = server => result?.context("the server failed"),
        result = rebuilds => result?.context("the book cannot be watched any more"),
        result = tokio::signal::ctrl_c() => {
            result.context("cannot wait for Ctrl-C")?;
            eprintln!("stopped");
            std::process::exit(0)
        }
    }
}

/// Makes the pages, and makes them again whenever a change is reported. Blocks its thread.
fn keep_current(
    root: &Path,
    address: &str,
    open: bool,
    served: &Served,
    mut changes: mpsc::UnboundedReceiver<Change>,
) -> Result<()> {
    // Two folders in turn: while the pages in one are read, those in the other are made.
    let folders = [root.join("target/serve/a"), root.join("target/serve/b")];
    let mut is_first = true;
    for folder in folders.iter().cycle() {
        let started = Instant::now();
        match pages::render(root, folder) {
            Ok(()) => {
                *served.pages.write().unwrap_or_else(PoisonError::into_inner) = Some(folder.clone());
                // Nobody may be listening.
                let _ = served.news.send(());
                eprintln!(
                    "{address} is up to date ({:.1} s); Ctrl-C stops",
                    started.elapsed().as_secs_f64()
                );
                if is_first && open && open::that(address).is_err() {
                    eprintln!("no browser could be opened; the address is {address}");
                }
                is_first = false;
            }
            Err(error) => eprintln!("error: {error:#}\n{}", advice(served)),
        }
        // The folder that was just made is not touched before the next one is good: a failed build keeps the order.
        loop {
            let Some(first) = changes.blocking_recv() else {
                return Ok(());
            };
            let mut all = vec![first];
            while let Ok(next) = changes.try_recv() {
                all.push(next);
            }
            match prepare(root, &all) {
                Ok(()) => break,
                Err(message) => eprintln!("error: {message}\n{}", advice(served)),
            }
        }
    }
    unreachable!("a cycle does not end")
}

fn advice(served: &Served) -> &'static str {
    if served.pages.read().unwrap_or_else(PoisonError::into_inner).is_some() {
        "The pages of the last good build are still served; save a repair to build again."
    } else {
        "There are no pages yet; save a repair to build again."
    }
}

/// Builds the programs of the listings that have changed.
fn prepare(root: &Path, changes: &[Change]) -> async_lessons::problem::Result<()> {
    let concerns_all = changes.iter().any(|change| change.concerns_all);
    let names: Vec<&str> = changes
        .iter()
        .flat_map(|change| &change.listings)
        .map(String::as_str)
        .collect();
    let catalogue = Catalogue::load(root)?;
    let stale: Vec<_> = catalogue
        .listings()
        .filter(|listing| concerns_all || names.contains(&listing.name().as_str()))
        .collect();
    run::build_now(&catalogue, stale)
}

/// A page, or whatever else lies beside it.
async fn page(State(served): State<Served>, request: Request) -> Response {
    let folder = served.pages.read().unwrap_or_else(PoisonError::into_inner).clone();
    let Some(folder) = folder else {
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
            format!("<!doctype html><title>One moment</title><p>The book is being built; the terminal shows how it goes.</p>{RELOAD}"),
        )
            .into_response();
    };
    let response = match ServeDir::new(&folder).oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    let response = if response.status() == StatusCode::NOT_FOUND {
        not_found(&folder).await
    } else {
        response
    };
    let mut response = with_reload(response).await;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The book's own page for a wrong address.
async fn not_found(folder: &Path) -> Response {
    let text = tokio::fs::read_to_string(folder.join("404.html"))
        .await
        .unwrap_or_else(|_| "not found".into());
    (
        StatusCode::NOT_FOUND,
        [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
        text,
    )
        .into_response()
}

/// A page that will load itself again; anything else as it is.
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

/// Tells a page when there are newer ones.
async fn news(State(served): State<Served>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    Sse::new(BroadcastStream::new(served.news.subscribe()).map(|_| Ok(Event::default().data("changed"))))
}
