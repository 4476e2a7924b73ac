//! Takes out of an output what differs from machine to machine, and nothing else.

use std::env;
use std::path::Path;

/// A listing's standard error: panic headers name the project's file, without the root and without the thread's number, or a
/// library's file, as in rustc's messages.
///
/// `thread 'main' (4711) panicked at /home/me/lessons/listings/tasks/…` becomes
/// `thread 'main' panicked at listings/tasks/…`.
pub fn stderr(text: &str, root: &Path) -> String {
    let home = cargo_home();
    lines(text, |line| match line.split_once(" panicked at ") {
        Some((thread, place)) => {
            let place = in_registry(below(place, root), home.as_deref());
            format!("{} panicked at {place}", without_number(thread))
        }
        None => line.to_owned(),
    })
}

/// rustc's message: Cargo's home is written `~/.cargo`, its registry without the part that names the server.
pub fn diagnostic(text: &str, root: &Path) -> String {
    let home = cargo_home();
    lines(text, |line| {
        let Some((arrow, place)) = line.split_once("--> ").or_else(|| line.split_once("::: ")) else {
            return line.to_owned();
        };
        let separator = &line[arrow.len()..arrow.len() + 4];
        let place = in_registry(below(place, root), home.as_deref());
        format!("{arrow}{separator}{place}")
    })
}

/// The folder in which Cargo keeps the libraries.
fn cargo_home() -> Option<String> {
    env::var("CARGO_HOME")
        .ok()
        .or_else(|| env::home_dir().map(|home| format!("{}/.cargo", home.display())))
}

/// A place in Cargo's home as `~/.cargo/…`, without the part that names the server; any other place as it is.
fn in_registry(place: String, home: Option<&str>) -> String {
    match home.and_then(|home| place.strip_prefix(&home.replace('\\', "/"))) {
        Some(rest) => format!("~/.cargo{}", without_server(rest)),
        None => place,
    }
}

/// Changes each line on its own; line ends become `\n`.
fn lines(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| change(line) + "\n").collect()
}

/// `thread 'main' (4711)` without the number.
fn without_number(thread: &str) -> &str {
    match thread.rsplit_once(" (") {
        Some((name, number)) if number.trim_end_matches(')').bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => thread,
    }
}

/// A place as seen from the root, with `/` between its parts.
fn below(place: &str, root: &Path) -> String {
    let place = place.replace('\\', "/");
    let root = root.to_string_lossy().replace('\\', "/") + "/";
    match place.strip_prefix(&root) {
        Some(rest) => rest.to_owned(),
        None => place,
    }
}

/// `/registry/src/index.crates.io-1949cf8c6b5b557f/tokio-1.54.1/…` without the third folder.
fn without_server(path: &str) -> String {
    match path
        .strip_prefix("/registry/src/")
        .and_then(|rest| rest.split_once('/'))
    {
        Some((_, rest)) => format!("/registry/src/{rest}"),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panic_headers_lose_number_and_root() {
        let root = Path::new("/home/me/lessons");
        let header =
            "thread 'main' (4711) panicked at /home/me/lessons/listings/tasks/future/x.panic.rs:3:5:\nboom (7)\n";
        assert_eq!(
            stderr(header, root),
            "thread 'main' panicked at listings/tasks/future/x.panic.rs:3:5:\nboom (7)\n"
        );
        let windows = "thread 'main' (1) panicked at C:\\lessons\\listings\\tasks/future/x.rs:3:5:\r\nboom\r\n";
        assert_eq!(
            stderr(windows, Path::new("C:\\lessons")),
            "thread 'main' panicked at listings/tasks/future/x.rs:3:5:\nboom\n"
        );
    }

    #[test]
    fn panics_in_a_library_have_no_home() {
        let place =
            "/home/me/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/tokio-1.54.1/src/sync/oneshot.rs:1:1";
        assert_eq!(
            in_registry(place.to_owned(), Some("/home/me/.cargo")),
            "~/.cargo/registry/src/tokio-1.54.1/src/sync/oneshot.rs:1:1"
        );
    }

    #[test]
    fn what_a_listing_says_itself_is_kept() {
        let text = "warning: (12) is no thread, /home/me/lessons no place\n";
        assert_eq!(stderr(text, Path::new("/home/me/lessons")), text);
    }

    #[test]
    fn registries_have_no_server() {
        assert_eq!(
            without_server("/registry/src/index.crates.io-1949cf8c6b5b557f/tokio-1.54.1/src/lib.rs:1:1"),
            "/registry/src/tokio-1.54.1/src/lib.rs:1:1"
        );
    }
}
