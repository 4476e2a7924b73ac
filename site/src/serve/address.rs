//! The addresses of the server: where it listens, what it announces, and the names under which it answers.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use anyhow::{Context, Result, anyhow, bail};
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::net::{TcpListener, lookup_host};

/// Where a server listens, and its address for a browser.
pub(super) type Bound = (Vec<TcpListener>, String);

/// Listens on a port of `hostname`, or else of both loopback addresses. 0 stands for any free port.
pub(super) async fn bind(hostname: Option<&str>, port: u16) -> Result<Bound> {
    let Some(hostname) = hostname.filter(|name| *name != "localhost") else {
        return bind_loopback(port).await;
    };
    let found = lookup_host((hostname, port)).await;
    let found =
        found.with_context(|| format!("{hostname} has no address; --hostname takes a name or address of this machine"));
    let mut listeners: Vec<TcpListener> = Vec::new();
    let mut own_port = port;
    for address in found? {
        let listener = listen(SocketAddr::new(address.ip(), own_port)).await?;
        own_port = listener.local_addr()?.port();
        listeners.push(listener);
    }
    let is_v6 = hostname.parse::<Ipv6Addr>().is_ok();
    let name = if is_v6 {
        format!("[{hostname}]")
    } else {
        hostname.to_owned()
    };
    Ok((listeners, format!("http://{name}:{own_port}")))
}

/// Browsers try both addresses of `localhost`. So that name is announced only if both are this server's.
async fn bind_loopback(port: u16) -> Result<Bound> {
    let first = listen((Ipv4Addr::LOCALHOST, port).into()).await?;
    let port = first.local_addr()?.port();
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
        Ok(second) => Ok((vec![first, second], format!("http://localhost:{port}"))),
        Err(_) => Ok((vec![first], format!("http://{}:{port}", Ipv4Addr::LOCALHOST))),
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener> {
    let port = address.port();
    match TcpListener::bind(address).await {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => bail!(
            "port {port} is in use, perhaps by another `cargo run serve`; choose another with --port, such as --port {}",
            port.wrapping_add(1).max(1024)
        ),
        Err(error) if error.kind() == io::ErrorKind::AddrNotAvailable => Err(anyhow!(error)).context(format!(
            "{} is no address of this machine; choose another with --hostname",
            address.ip()
        )),
        bound => bound.with_context(|| format!("cannot listen on {address}")),
    }
}

/// Refuses requests for other hosts. A page of another site can give its own name this machine's address, and read drafts; it cannot
/// make the browser ask for `localhost`, an address, or the name that was chosen.
pub(super) async fn known_hosts(State(hostname): State<Option<String>>, request: Request, next: Next) -> Response {
    let header = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok());
    let host = match request.uri().host() {
        Some(host) => Some(host.to_owned()),
        None => header.and_then(|text| Some(text.parse::<Authority>().ok()?.host().to_owned())),
    };
    let is_known = |host: String| {
        let host = host
            .trim_start_matches('[')
            .trim_end_matches([']', '.'])
            .to_ascii_lowercase();
        let is_chosen = hostname.is_some_and(|name| name.eq_ignore_ascii_case(&host));
        host == "localhost" || host.parse::<IpAddr>().is_ok() || is_chosen
    };
    if host.is_some_and(is_known) {
        return next.run(request).await;
    }
    let text = "This server answers to localhost, to addresses, and to the name given with --hostname, and to no other host.\n";
    (StatusCode::FORBIDDEN, text).into_response()
}
