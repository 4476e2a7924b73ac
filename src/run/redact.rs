//! Removes what differs between machines from an output, and nothing else.

use std::env;
use std::path::Path;

/// Redacts a listing's standard error. In panic headers, removes the thread's number and the project's `root`, and shortens
/// paths in Cargo's home as [`diagnostic`] does.
///
/// `thread 'main' (4711) panicked at /home/me/lessons/listings/tasks/…` becomes
/// `thread 'main' panicked at listings/tasks/…`.
pub fn stderr(text: &str, root: &Path) -> String {
    let home = cargo_home();
    lines(text, |line| match line.split_once(" panicked at ") {
        Some((thread, place)) => {
            let place = in_registry(relative(place, root), home.as_deref());
            format!("{} panicked at {place}", without_thread_number(thread))
        }
        None => line.to_owned(),
    })
}

/// Redacts rustc's message: removes `root` from paths, writes Cargo's home as `~/.cargo` and removes the registry's server.
pub fn diagnostic(text: &str, root: &Path) -> String {
    let home = cargo_home();
    lines(text, |line| {
        let Some((arrow, place)) = line.split_once("--> ").or_else(|| line.split_once("::: ")) else {
            return line.to_owned();
        };
        let separator = &line[arrow.len()..arrow.len() + 4];
        let place = in_registry(relative(place, root), home.as_deref());
        format!("{arrow}{separator}{place}")
    })
}

/// The folder in which Cargo keeps downloaded crates.
fn cargo_home() -> Option<String> {
    env::var("CARGO_HOME")
        .ok()
        .or_else(|| env::home_dir().map(|home| format!("{}/.cargo", home.display())))
}

/// A path in Cargo's home as `~/.cargo/…`, without the registry's server; any other path unchanged.
fn in_registry(place: String, home: Option<&str>) -> String {
    match home.and_then(|home| place.strip_prefix(&home.replace('\\', "/"))) {
        Some(rest) => format!("~/.cargo{}", without_server(rest)),
        None => place,
    }
}

/// Applies a change to each line; line endings become `\n`.
fn lines(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| change(line) + "\n").collect()
}

/// `thread 'main' (4711)` without the number.
fn without_thread_number(thread: &str) -> &str {
    match thread.rsplit_once(" (") {
        Some((name, number)) if number.trim_end_matches(')').bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => thread,
    }
}

/// A path relative to the root, with `/` as separator; unchanged apart from separators if it is elsewhere.
fn relative(place: &str, root: &Path) -> String {
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
    fn panic_headers_lose_thread_number_and_root() {
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
    fn paths_in_cargos_home_are_shortened() {
        let place =
            "/home/me/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/tokio-1.54.1/src/sync/oneshot.rs:1:1";
        assert_eq!(
            in_registry(place.to_owned(), Some("/home/me/.cargo")),
            "~/.cargo/registry/src/tokio-1.54.1/src/sync/oneshot.rs:1:1"
        );
    }

    #[test]
    fn a_listings_own_text_is_unchanged() {
        let text = "warning: (12) is not a thread, /home/me/lessons not a panic's place\n";
        assert_eq!(stderr(text, Path::new("/home/me/lessons")), text);
    }

    #[test]
    fn the_registrys_server_is_removed() {
        assert_eq!(
            without_server("/registry/src/index.crates.io-1949cf8c6b5b557f/tokio-1.54.1/src/lib.rs:1:1"),
            "/registry/src/tokio-1.54.1/src/lib.rs:1:1"
        );
    }
}
