//! The check of links to other hosts. The other host is a small server on this machine.

mod common;

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use common::{fails, site, succeeds, write};

/// Starts the server, and returns its address and the requests that it gets.
fn host() -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let address = listener.local_addr().expect("the listener has an address");
    let (sender, requests) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let sender = sender.clone();
            thread::spawn(move || answer(stream, &sender));
        }
    });
    (address, requests)
}

fn answer(mut stream: TcpStream, requests: &Sender<String>) {
    let mut lines = BufReader::new(stream.try_clone().expect("a socket can be shared"))
        .lines()
        .map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let request = first.trim_end_matches(" HTTP/1.1").to_owned();
    // If the rest of the request stays unread, the connection is reset and the answer is lost.
    lines.find(String::is_empty);
    let answer = match request.as_str() {
        "HEAD /good" | "GET /whole" => "200 OK",
        "HEAD /whole" => "405 Method Not Allowed",
        "HEAD /moved" => "302 Found\r\nLocation: /good",
        "HEAD /circle" | "GET /circle" => "302 Found\r\nLocation: /circle",
        "HEAD /slow" | "GET /slow" => "",
        _ => "404 Not Found",
    };
    // Sending fails only after the test.
    let _ = requests.send(request);
    if answer.is_empty() {
        // Keep the connection open until the other side closes it.
        lines.last();
    } else {
        let _ = write!(
            stream,
            "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
    }
}

fn check(root: &Path) -> Command {
    let mut command = site(root);
    command
        .args(["check", "--outside", "--limit", "1"])
        // A proxy could not reach the server.
        .env("no_proxy", "127.0.0.1");
    command
}

/// Makes a project with two pages that have links to these paths.
fn pages(host: SocketAddr, paths: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let links: String = paths
        .iter()
        .map(|path| format!("<a href=\"http://{host}{path}\">x</a>"))
        .collect();
    write(
        folder.path(),
        "target/book/a.html",
        &format!("<a href=\"b.html\">b</a><a href=\"mailto:a@example.org\">a</a>{links}"),
    );
    write(folder.path(), "target/book/b.html", &links);
    write(folder.path(), "book.toml", "[build]\nbuild-dir = \"target/book\"\n");
    folder
}

#[test]
fn each_working_link_is_requested_once() {
    let (host, requests) = host();
    let project = pages(host, &["/good", "/good#there", "/moved", "/whole"]);
    let stdout = succeeds(&mut check(project.path()));
    assert_eq!(stdout, "all 3 links to other hosts work\n");
    let mut requests: Vec<String> = requests.try_iter().collect();
    requests.sort();
    assert_eq!(
        requests,
        ["GET /whole", "HEAD /good", "HEAD /good", "HEAD /moved", "HEAD /whole"]
    );
}

#[test]
fn each_broken_link_is_reported() {
    let (host, _requests) = host();
    let project = pages(host, &["/good", "/gone", "/circle", "/slow"]);
    let message = fails(&mut check(project.path()));
    let lines: Vec<&str> = message.lines().collect();
    let link = |path: &str| format!("a.html: http://{host}{path}: ");
    assert_eq!(lines.len(), 3, "{message}");
    assert!(lines[0].starts_with(&(link("/circle") + "curl: (47)")), "{message}");
    assert_eq!(lines[1], link("/gone") + "status 404 (on 2 pages)");
    assert!(lines[2].starts_with(&(link("/slow") + "curl: (28)")), "{message}");
}

#[test]
fn a_silent_host_and_a_missing_curl_are_reported() {
    let closed = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let address = closed.local_addr().expect("the listener has an address");
    drop(closed);
    let project = pages(address, &["/good"]);
    let message = fails(&mut check(project.path()));
    assert!(message.contains("curl: (7)"), "{message}");

    let empty = tempfile::tempdir().expect("a folder without programs");
    let message = fails(check(project.path()).env("PATH", empty.path()));
    assert_eq!(
        message,
        "error: `curl` is needed to check links to other hosts; install it\n"
    );
}
