//! Serving: pages follow their sources, an error keeps the last good pages and is shown on them, and requests are answered safely.

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use common::{CHAPTER, fails, here, project, site, write};
use serde_json::Value;

/// How long to wait for the server, at most. A busy machine needs some of it.
const PATIENCE: Duration = Duration::from_secs(300);

/// A server that ends with the test.
struct Server {
    process: Child,
    lines: Receiver<String>,
    address: String,
}

impl Server {
    fn start(root: &Path) -> Server {
        Server::start_by(site(root).args(["serve", "--port", "0"]))
    }

    fn start_by(command: &mut Command) -> Server {
        let mut process = command
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
        let address = ready
            .last()
            .and_then(|line| line.split("http://").nth(1)?.split(' ').next());
        server.address = address.expect("an address").into();
        server
    }

    /// Waits for a message that contains a text, and returns it with those before it.
    fn wait_for(&self, text: &str) -> Vec<String> {
        let deadline = Instant::now() + PATIENCE;
        let mut lines = Vec::new();
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) => lines.push(line),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => panic!("no `{text}` in {lines:#?}"),
            }
            if lines.last().is_some_and(|line| line.contains(text)) {
                return lines;
            }
        }
    }

    /// Sends the head of a request, and reads the whole answer.
    fn ask(&self, head: &str) -> String {
        let mut answer = Vec::new();
        let mut stream = self.send(&format!("{head}\r\nConnection: close\r\n\r\n"));
        stream.read_to_end(&mut answer).expect("the server answers");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn send(&self, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        let limit = stream.set_read_timeout(Some(PATIENCE));
        limit.expect("a time limit can be set");
        stream.write_all(text.as_bytes()).expect("a request can be sent");
        stream
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: localhost"))
    }

    /// Connects as an open page does.
    fn news(&self) -> News {
        News(BufReader::new(
            self.send("GET /.changes HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        ))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a page hears while it is open.
struct News(BufReader<TcpStream>);

impl News {
    fn next(&mut self) -> Value {
        loop {
            let mut line = String::new();
            let length = self.0.read_line(&mut line).expect("news arrive");
            assert!(length > 0, "the connection stays open");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).expect("a state");
            }
        }
    }

    /// The next state with an error, or without.
    fn next_error(&mut self) -> Option<String> {
        self.next()["error"].as_str().map(str::to_owned)
    }
}

/// The build that a page belongs to.
fn build_of(page: &str) -> String {
    let (_, rest) = page.split_once("data-build=\"").expect("the page has the script");
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// Replaces a file as many editors do.
fn save_by_renaming(root: &Path, path: &str, text: &str) {
    write(root, "target/saved", text);
    fs::rename(root.join("target/saved"), root.join(path)).expect("a file can be replaced");
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
    assert!(server.get("/nowhere.html").starts_with("HTTP/1.1 404"));
    let mut news = server.news();
    assert_eq!(
        news.next()["build"],
        build_of(&page),
        "the page is of the present build"
    );

    // A page that is open hears of the change; one that connects only then hears of it at once.
    write(root, "book/tasks/join.md", &CHAPTER.replace("See ", "Look at "));
    server.wait_for("is up to date");
    let changed = server.get("/tasks/join.html");
    assert!(changed.contains("Look at <span class=\"line\""));
    assert_ne!(build_of(&changed), build_of(&page));
    for state in [news.next(), server.news().next()] {
        assert_eq!(state["build"], build_of(&changed));
        assert_eq!(state["error"], Value::Null);
    }

    // The settings, too, and twice: the editor's new file is another one for the system. Its other files are no sources.
    let settings = fs::read_to_string(root.join("book.toml")).expect("the project has settings");
    for title in ["Eggs", "Spam"] {
        save_by_renaming(root, "book.toml", &settings.replace("Async Rust Lessons", title));
        server.wait_for("is up to date");
        assert!(server.get("/tasks/join.html").contains(title), "{title}");
    }
    write(root, "book/tasks/join.md~", "# Half");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nobody@nowhere", root.join("book/tasks/.#join.md")).expect("a link can be made");
    save_by_renaming(root, "book/tasks/join.md", CHAPTER);
    server.wait_for("is up to date");
    assert!(server.get("/tasks/join.html").contains("See <span class=\"line\""));
    assert!(server.get("/tasks/join.md~").starts_with("HTTP/1.1 404"));
}

/// A file, its text with a fault, and what the report must contain.
type Fault = (&'static str, String, &'static str);

#[test]
fn an_error_is_told_once_and_shown_until_it_is_mended() {
    let project = project();
    let root = project.path();
    let riddle = CHAPTER.replace(
        "<!-- cmdrun lessons show join/three-fetches -->",
        "<!-- cmdrun lessons show join/three-fetches --only code -->\n\n<!-- cmdrun lessons show join/three-fetches --only run -->",
    );
    write(root, "book/tasks/join.md", &riddle);
    let twin = "listings/tasks/join/three-fetches.py";
    let good_twin = fs::read_to_string(here().join(twin)).expect("this project has the twin");
    write(root, twin, &good_twin);
    let server = Server::start(root);
    let build = || build_of(&server.get("/tasks/join.html"));
    let mut news = server.news();
    assert_eq!(news.next_error(), None);
    let faults: [Fault; 4] = [
        (
            "book/tasks/join.md",
            CHAPTER.replace("three-fetches", "four-fetches"),
            "book/tasks/join.md:3: no part, chapter or listing",
        ),
        (
            "book/SUMMARY.md",
            "# Summary\n\n# One task\n\n- [Waiting](tasks/join.md)\n- Sleeping\n".to_owned(),
            "book/SUMMARY.md:6: ",
        ),
        (
            "listings/tasks/join/three-fetches.stdout",
            "A starts\n".to_owned(),
            "book/tasks/join.md:3: listings/tasks/join/three-fetches.stdout: differs",
        ),
        // A twin is run before it is shown.
        (
            twin,
            good_twin.replace("print(", "print(1, "),
            "listings/tasks/join/three-fetches.py: its output differs",
        ),
    ];
    for (file, text, expected) in faults {
        let good = fs::read_to_string(root.join(file)).expect("the file is there");
        let before = build();
        write(root, file, &text);
        let told = server.wait_for("still served").join("\n");
        assert_eq!(told.matches(expected).count(), 1, "{expected}: {told}");
        let shown = news.next_error().expect("the open page shows the error");
        assert_eq!(shown.matches(expected).count(), 1, "{expected}: {shown}");
        assert_eq!(build(), before, "{expected}");
        assert_eq!(
            server.news().next_error(),
            Some(shown),
            "a page that is loaded now shows it, too"
        );
        write(root, file, &good);
        server.wait_for("is up to date");
        assert_eq!(news.next_error(), None);
    }
}

/// A Cargo that finds an error in a changed listing as long as `error.json` is there, and builds all else.
#[cfg(unix)]
const CARGO: &str = "#!/bin/sh\ncase \"$*\" in\n*'--bin part-tasks'*) cat error.json 2>/dev/null && exit 101; exit 0;;\n\
    *) exec \"$REAL_CARGO\" \"$@\";;\nesac\n";

#[cfg(unix)]
#[test]
fn a_listing_that_does_not_compile_is_shown_with_its_line() {
    use std::os::unix::fs::PermissionsExt;

    let project = project();
    let root = project.path();
    let cargo = root.join("cargo");
    write(root, "cargo", CARGO);
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("it can be made a program");
    let listing = "listings/tasks/join/three-fetches.rs";
    let message = serde_json::json!({"reason": "compiler-message", "message": {
        "level": "error",
        "rendered": format!("error: no `prnt`\n --> {}:7:5\nhelp: write `print`\n", root.join(listing).display()),
        "spans": [{"is_primary": true, "file_name": root.join(listing), "line_start": 7}],
    }});
    write(root, "error.json", &format!("{message}\n"));
    let real = std::env::var_os("CARGO").expect("Cargo runs this test");
    let mut command = site(root);
    command
        .args(["serve", "--port", "0"])
        .env("CARGO", &cargo)
        .env("REAL_CARGO", real);
    let server = Server::start_by(&mut command);
    let mut news = server.news();
    assert_eq!(news.next_error(), None);
    let good = fs::read_to_string(root.join(listing)).expect("the listing is there");
    write(root, listing, &format!("{good}\n"));
    let told = server.wait_for("still served").join("\n");
    let expected = format!("{listing}:7: error: no `prnt`\n --> {listing}:7:5\nhelp: write `print`");
    assert_eq!(told.matches("no `prnt`").count(), 1, "{told}");
    assert_eq!(news.next_error(), Some(expected));
    // As long as the program is the old one, nothing else is published, and the error is not told again.
    write(root, "book/tasks/join.md", &CHAPTER.replace("See ", "Look at "));
    let told = server.wait_for("the same error as before");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(server.get("/tasks/join.html").contains("See <span class=\"line\""));
    fs::remove_file(root.join("error.json")).expect("a file can be removed");
    write(root, listing, &good);
    server.wait_for("is up to date");
    assert!(server.get("/tasks/join.html").contains("Look at <span class=\"line\""));
}

#[test]
fn requests_are_answered_safely() {
    let project = project();
    let server = Server::start(project.path());
    let page = server.get("/tasks/join.html");
    for (head, status, expected) in [
        // Names of folders lead to an index, and never to another host.
        ("GET /tasks/ HTTP/1.1\r\nHost: localhost", "307", "location: /\r\n"),
        ("GET /tasks HTTP/1.1\r\nHost: localhost", "307", "location: /\r\n"),
        ("GET //tasks HTTP/1.1\r\nHost: localhost", "307", "location: /\r\n"),
        ("GET //tasks/ HTTP/1.1\r\nHost: localhost", "307", "location: /\r\n"),
        ("GET / HTTP/1.1\r\nHost: localhost", "200", "Waiting"),
        ("GET /tasks/join.html/ HTTP/1.1\r\nHost: localhost", "404", ""),
        // Nothing outside of the pages is read.
        ("GET /../../book.toml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%2e%2e/%2e%2e/book.toml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /..%2f..%2fbook.toml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /tasks/..%5c..%5cbook.toml HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%2fetc/passwd HTTP/1.1\r\nHost: localhost", "404", ""),
        ("GET /%00 HTTP/1.1\r\nHost: localhost", "404", ""),
        // Another site's name for this machine is refused.
        ("GET / HTTP/1.1\r\nHost: evil.example", "403", "--hostname"),
        ("GET / HTTP/1.1\r\nHost: localhost.evil.example:3000", "403", ""),
        ("GET /.changes HTTP/1.1\r\nHost: evil.example", "403", ""),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost", "403", ""),
        ("GET / HTTP/1.0", "403", ""),
        ("GET / HTTP/1.1\r\nHost: LOCALHOST.:3000", "200", ""),
        ("GET / HTTP/1.1\r\nHost: 192.168.0.7:3000", "200", ""),
        ("GET / HTTP/1.1\r\nHost: [::1]:3000", "200", ""),
        // A page is whole, or not there.
        (
            "GET /tasks/join.html HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-5",
            "200",
            "</html>",
        ),
        ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0", "405", ""),
    ] {
        let answer = server.ask(head);
        let got = answer.split(' ').nth(1).unwrap_or_default();
        assert!(got == status && answer.contains(expected), "{head}: {answer}");
        assert!(
            !answer.contains("build-dir") && !answer.contains("root:"),
            "{head}: {answer}"
        );
    }
    let length = |answer: &str| {
        let line = answer
            .lines()
            .find(|line| line.to_lowercase().starts_with("content-length:"));
        line.and_then(|line| line.split(' ').nth(1)?.parse::<usize>().ok())
    };
    let head = server.ask("HEAD /tasks/join.html HTTP/1.1\r\nHost: localhost");
    let (_, body) = page.split_once("\r\n\r\n").expect("a page has a body");
    assert_eq!(length(&head), Some(body.len()), "{head}");
    assert!(head.ends_with("\r\n\r\n"), "HEAD has no body: {head}");

    // The server closes connections that say nothing, at the start, in a head, and after an answer.
    for text in [
        "",
        "GET / HTTP/1.1\r\nHost: loc",
        "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ] {
        let closed = server.send(text).read_to_end(&mut Vec::new());
        assert!(closed.is_ok(), "{text}: {closed:?}");
    }
}

#[test]
fn two_servers_have_an_address_and_pages_each() {
    let project = project();
    let root = project.path();
    let one = Server::start(root);
    let other = Server::start_by(site(root).args(["serve", "--port", "0", "--hostname", "127.0.0.1"]));
    assert!(other.address.starts_with("127.0.0.1:"), "{}", other.address);
    let (name, port) = one.address.split_once(':').expect("an address has a port");
    // The name stands for both addresses, so it is announced only when both are the server's.
    let sixth = TcpStream::connect(format!("[::1]:{port}"));
    assert_eq!(name, if sixth.is_ok() { "localhost" } else { "127.0.0.1" });
    let message = fails(site(root).args(["serve", "--port", port]));
    assert!(
        message.contains(&format!("port {port} is in use")) && message.contains("--port"),
        "{message}"
    );
    let message = fails(site(root).args(["serve", "--port", "0", "--hostname", "192.0.2.1"]));
    assert!(message.contains("--hostname"), "{message}");

    write(root, "book/tasks/join.md", &CHAPTER.replace("See ", "Look at "));
    for server in [&one, &other] {
        server.wait_for("is up to date");
        assert!(server.get("/tasks/join.html").contains("Look at <span class=\"line\""));
    }
}
