//! Links to other hosts: those that lead nowhere are found, and no others. The other host is a small server on this machine.

mod common;

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use common::{site, stderr, write};

/// Starts the server; it tells what it is asked for.
fn host() -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    let (asked, requests) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let asked = asked.clone();
            thread::spawn(move || answer(stream, &asked));
        }
    });
    (address, requests)
}

fn answer(mut stream: TcpStream, asked: &Sender<String>) {
    let mut lines = BufReader::new(stream.try_clone().expect("it can be shared"))
        .lines()
        .map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let request = first.trim_end_matches(" HTTP/1.1").to_owned();
    // The rest of the request must be read, or the answer is lost with it.
    lines.find(String::is_empty);
    let answer = match request.as_str() {
        "HEAD /good" | "GET /whole" => "200 OK",
        "HEAD /whole" => "405 Method Not Allowed",
        "HEAD /moved" => "302 Found\r\nLocation: /good",
        "HEAD /circle" | "GET /circle" => "302 Found\r\nLocation: /circle",
        "HEAD /slow" | "GET /slow" => "",
        _ => "404 Not Found",
    };
    // Whoever listens has read enough when the test is over.
    let _ = asked.send(request);
    if answer.is_empty() {
        // Keeps the connection open until the other side has had enough.
        lines.last();
    } else {
        let _ = write!(
            stream,
            "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
    }
}

fn check(root: &Path) -> Output {
    let mut command = site(root);
    // A proxy would not find the server.
    command
        .args(["check", "--outside", "--limit", "1"])
        .env("no_proxy", "127.0.0.1");
    command.output().expect("the site's program can be started")
}

/// A project with two pages that have these links.
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
    folder
}

#[test]
fn links_that_lead_somewhere_are_asked_once() {
    let (host, requests) = host();
    let output = check(pages(host, &["/good", "/good#there", "/moved", "/whole"]).path());
    assert!(output.status.success(), "{}", stderr(&output));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(said.trim_end(), "each of 3 links to other hosts leads somewhere");
    let mut requests: Vec<String> = requests.try_iter().collect();
    requests.sort();
    assert_eq!(
        requests,
        ["GET /whole", "HEAD /good", "HEAD /good", "HEAD /moved", "HEAD /whole"]
    );
}

#[test]
fn each_link_that_leads_nowhere_is_told() {
    let (host, _requests) = host();
    let output = check(pages(host, &["/good", "/gone", "/circle", "/slow"]).path());
    assert_eq!(output.status.code(), Some(1));
    let message = stderr(&output);
    let lines: Vec<&str> = message.lines().collect();
    let link = |path: &str| format!("a.html: http://{host}{path}: ");
    assert_eq!(lines.len(), 3, "{message}");
    assert!(lines[0].starts_with(&(link("/circle") + "curl: (47)")), "{message}");
    assert_eq!(lines[1], link("/gone") + "answers 404 (and on 1 more)");
    assert!(lines[2].starts_with(&(link("/slow") + "curl: (28)")), "{message}");
}

#[test]
fn a_host_that_does_not_answer_and_a_missing_curl_are_told() {
    let closed = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let address = closed.local_addr().expect("it has an address");
    drop(closed);
    let project = pages(address, &["/good"]);
    let output = check(project.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("curl: (7)"), "{}", stderr(&output));

    let empty = tempfile::tempdir().expect("a folder without programs");
    let without: &mut Command = &mut site(project.path());
    let output = without
        .args(["check", "--outside"])
        .env("PATH", empty.path())
        .output()
        .expect("the program can be started");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "error: links outside are asked by `curl`; install it\n"
    );
}
