//! Answers requests: the pages of the last good build, and the news of builds.

use std::convert::Infallible;
use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::{middleware, routing};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};
use tower::{ServiceExt, service_fn};
use tower_http::services::ServeDir;

use super::address::known_hosts;
use super::{Live, Pages};

/// The address at which pages wait for the news of a build.
const NEWS: &str = "/.changes";

/// The script of each page. It is added when a page is served, so that the pages on disk can be published.
const SCRIPT: &str = include_str!("live.js");

/// How long a connection may be idle, or take for the head of a request.
const IDLE: Duration = Duration::from_secs(10);

/// The answers of a server that was started with `--hostname`, or without.
pub(super) fn router(live: watch::Receiver<Live>, hostname: Option<String>) -> Router {
    Router::new()
        .route(NEWS, routing::get(news))
        .fallback(routing::get(page))
        .layer(middleware::from_fn_with_state(hostname, known_hosts))
        .with_state(live)
}

/// Answers all connections of a listener, for ever.
pub(super) async fn answer(listener: TcpListener, router: Router) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many open files, perhaps: some will close.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let router = router.clone();
        let service = service_fn(move |request: hyper::Request<_>| router.clone().oneshot(request));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(IDLE)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        // A connection that fails concerns only its client.
        tokio::spawn(async { drop(connection.await) });
    }
}

/// Answers a request for a page or another file.
async fn page(State(live): State<watch::Receiver<Live>>, request: Request) -> Response {
    let live = live.borrow().clone();
    let response = match &live.pages {
        Some(pages) => file(pages, request.uri().path()).await,
        None => {
            let text = "<!doctype html><title>One moment</title><body><p>The book is being built.</p></body>";
            (StatusCode::SERVICE_UNAVAILABLE, Html(text)).into_response()
        }
    };
    let mut response = with_script(response, &live.build).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The file at a path. A folder leads to its index, or else to that of the book.
async fn file(pages: &Pages, path: &str) -> Response {
    let folder = pages.path();
    // Nothing begins with two slashes: that would be another host's address.
    let name = path.trim_matches('/');
    let response = get(folder, &format!("/{name}")).await;
    // The service asks for a `/` after the name of a folder.
    if response.status().is_redirection() {
        let index = format!("/{name}/index.html");
        let has_index = get(folder, &index).await.status() == StatusCode::OK;
        return Redirect::temporary(if has_index { &index } else { "/" }).into_response();
    }
    let is_file = name.is_empty() || !path.ends_with('/');
    if is_file && response.status() != StatusCode::NOT_FOUND {
        return response;
    }
    // The book's own page for a wrong address.
    let text = tokio::fs::read_to_string(folder.join("404.html")).await;
    (StatusCode::NOT_FOUND, Html(text.unwrap_or_else(|_| "not found".into()))).into_response()
}

/// Reads a whole file, whatever part of it or state of it was asked for: pages get a script, so they are not those on disk.
async fn get(folder: &Path, path: &str) -> Response {
    let Ok(uri) = path.parse::<Uri>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    match ServeDir::new(folder).oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    }
}

/// Adds the script to a page; leaves anything else as it is.
async fn with_script(response: Response, build: &str) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/html"))) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let script = format!("<script data-build=\"{build}\">{SCRIPT}</script></body>");
    let text = String::from_utf8_lossy(&bytes).replacen("</body>", &script, 1);
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::ETAG);
    parts.headers.remove(header::LAST_MODIFIED);
    Response::from_parts(parts, Body::from(text))
}

/// Sends a page the present state at once, and then each new one.
async fn news(State(live): State<watch::Receiver<Live>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let states = WatchStream::new(live);
    let events = states.map(|live| Ok(Event::default().data(serde_json::to_string(&live).expect("plain data"))));
    Sse::new(events).keep_alive(KeepAlive::new())
}
