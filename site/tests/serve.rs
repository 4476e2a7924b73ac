//! Serving: pages follow their sources, and an error keeps the last good pages.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use common::{CHAPTER, fails, project, site, write};

/// How long to wait for the server, at most. A busy machine needs some of it.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server that ends with the test.
struct Server {
    process: Child,
    lines: Receiver<String>,
    address: String,
}

impl Server {
    fn start(root: &Path) -> Server {
        let mut process = site(root)
            .args(["serve", "--port", "0"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let stream = process.stderr.take().expect("standard error is piped");
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut server = Server {
            process,
            lines,
            address: String::new(),
        };
        let ready = server.wait_for("is up to date");
        server.address = ready
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split(' ').next())
            .expect("an address")
            .into();
        server
    }

    /// Waits for a message that contains a text.
    fn wait_for(&self, text: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let line = self
                .lines
                .recv_timeout(left)
                .unwrap_or_else(|_| panic!("no message contains `{text}`"));
            if line.contains(text) {
                return line;
            }
        }
    }

    fn connect(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("a time limit can be set");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .expect("a request can be sent");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut answer = Vec::new();
        self.connect(path).read_to_end(&mut answer).expect("the server answers");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn pages_follow_their_sources() {
    let project = project();
    let root = project.path();
    let server = Server::start(root);
    let page = server.get("/tasks/join.html");
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains("B ends after 2.0s"),
        "{page}"
    );
    assert!(page.contains("new EventSource"), "a served page has the script");
    let on_disk = std::fs::read_to_string(root.join("target/serve/a/tasks/join.html")).expect("the page is there");
    assert!(!on_disk.contains("EventSource"), "the page on disk does not");
    assert!(server.get("/nowhere.html").starts_with("HTTP/1.1 404"));

    // An open page gets the news of the change.
    let mut news = BufReader::new(server.connect("/.changes"));
    write(root, "book/tasks/join.md", &CHAPTER.replace("See ", "Look at "));
    server.wait_for("is up to date");
    assert!(server.get("/tasks/join.html").contains("Look at line 6."));
    let mut line = String::new();
    while !line.starts_with("data: changed") {
        line.clear();
        assert!(
            news.read_line(&mut line).expect("news arrive") > 0,
            "the connection stays open"
        );
    }
}

#[test]
fn an_error_is_reported_and_the_last_good_pages_stay() {
    let project = project();
    let root = project.path();
    let server = Server::start(root);
    // Twice, because the builds use two folders in turn.
    for name in ["four-fetches", "five-fetches"] {
        write(root, "book/tasks/join.md", &CHAPTER.replace("three-fetches", name));
        server.wait_for("book/tasks/join.md:3: ");
        server.wait_for("still served");
        assert!(server.get("/tasks/join.html").contains("See line 6."));
    }
    write(root, "book/tasks/join.md", &CHAPTER.replace("See ", "Look at "));
    server.wait_for("is up to date");
    assert!(server.get("/tasks/join.html").contains("Look at line 6."));
}

#[test]
fn a_port_in_use_is_reported() {
    let project = project();
    let server = Server::start(project.path());
    let port = server.address.split(':').nth(1).expect("an address has a port");
    let message = fails(site(project.path()).args(["serve", "--port", port]));
    assert!(
        message.contains(&format!("port {port} is in use")) && message.contains("--port"),
        "{message}"
    );
}
