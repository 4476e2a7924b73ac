//! Stacks: captured cheaply while a listing runs, given names and lines only for a report.

use std::ffi::c_void;
use std::panic::Location;
use std::sync::OnceLock;

/// How many frames of a stack are kept. The listing's await is among them: Tokio's own frames are the innermost ten or twenty.
const DEPTH: usize = 80;

static SOURCE: OnceLock<&'static str> = OnceLock::new();

/// Sets which file is the listing: the end of its path, with `/` between the parts.
pub(crate) fn set_source(path: &'static str) {
    SOURCE.set(path).expect("a process runs one listing");
}

/// The caller's stack as bare addresses, innermost first.
pub(crate) fn stack() -> Vec<usize> {
    let mut frames = Vec::with_capacity(DEPTH);
    ::backtrace::trace(|frame| {
        frames.push(frame.ip().addr());
        frames.len() < DEPTH
    });
    frames
}

/// Whether this file is the listing.
fn is_source(file: &str) -> bool {
    SOURCE
        .get()
        .is_some_and(|source| file.replace('\\', "/").ends_with(source))
}

/// Line and column of a call by the listing. The column is 0 where it is unknown.
///
/// The compiler does not track a caller that got `tokio::spawn` as a value, such as `map`. Then the line is that of the listing's
/// innermost frame.
pub(crate) fn place(at: &'static Location<'static>) -> (u32, u32) {
    if is_source(at.file()) {
        return (at.line(), at.column());
    }
    match locate(&stack()) {
        Some((line, _)) => (line, 0),
        None => (at.line(), at.column()),
    }
}

/// The line of a place in the listing, from 1; 0 for any other.
pub(crate) fn line_in_source(at: &'static Location<'static>) -> u32 {
    if is_source(at.file()) { at.line() } else { 0 }
}

/// Finds the innermost line of the listing in a stack, and the name of the library function that this line calls.
///
/// `None` if no frame is in the listing, which happens when a combinator of another crate cloned the waker.
pub(crate) fn locate(frames: &[usize]) -> Option<(u32, String)> {
    let mut what = String::new();
    let mut is_named = false;
    for &address in frames {
        let mut line = None;
        // One address may stand for several frames, inlined into each other: they too come innermost first. An address is where
        // the callee returns to, so the call itself is before it.
        ::backtrace::resolve(address.saturating_sub(1) as *mut c_void, |symbol| {
            if line.is_some() {
                return;
            }
            let is_listing = symbol.filename().is_some_and(|file| is_source(&file.to_string_lossy()));
            if is_listing {
                line = symbol.lineno();
            } else if is_named {
                // The name is known; only the line is missing.
            } else if is_lane(symbol) {
                // The lane's future is a library's own: the frames further out only poll the lane.
                is_named = !what.is_empty();
            } else if let Some(name) = symbol.name().and_then(|name| library_call(&format!("{name:#}"))) {
                // `Next` asks a stream for an item: the stream's name says more.
                if name != "Next" || what.is_empty() {
                    what = name;
                }
            }
        });
        if let Some(line) = line {
            return Some((line, what));
        }
    }
    None
}

/// Whether a frame is the poll of a lane.
fn is_lane(symbol: &::backtrace::Symbol) -> bool {
    symbol
        .name()
        .is_some_and(|name| format!("{name:#}").contains("stage::lane::LaneFuture<"))
}

/// The short name of an awaited function of a library, or `None` for any other symbol.
///
/// `<tokio::sync::mutex::Mutex<T>>::lock::{closure#0}` is `Mutex::lock`; `<tokio::time::sleep::Sleep as Future>::poll` is `Sleep`.
fn library_call(symbol: &str) -> Option<String> {
    let path = symbol.trim_start_matches(['<', '&']);
    let path = path.strip_prefix("mut ").unwrap_or(path);
    let crate_name = path.split("::").next()?;
    let libraries = [
        "tokio",
        "stage_tokio",
        "tokio_util",
        "tokio_stream",
        "futures_util",
        "async_channel",
    ];
    if !libraries.contains(&crate_name) {
        return None;
    }
    let flat = without_generics(path);
    let (owner, is_future_poll) = match flat.split_once(" as ") {
        Some((owner, _)) => (owner, true),
        None => (flat.as_str(), false),
    };
    let mut parts: Vec<&str> = owner
        .split("::")
        .filter(|part| !part.is_empty() && !part.starts_with('{'))
        .collect();
    let inner = parts
        .iter()
        .any(|part| ["runtime", "util", "macros", "coop", "loom"].contains(part));
    if inner && !parts.contains(&"JoinHandle") {
        return None;
    }
    if !is_future_poll && parts.last().is_some_and(|last| last.starts_with("poll")) {
        parts.pop();
    }
    let start = parts
        .iter()
        .position(|part| part.starts_with(char::is_uppercase))
        .unwrap_or(parts.len().checked_sub(1)?);
    let name = parts[start..].join("::");
    // Each channel has a `Receiver`; its module or crate tells which channel it is.
    let module = ["oneshot", "mpsc", "broadcast", "watch", "async_channel"]
        .into_iter()
        .find(|module| parts[..start].contains(module));
    Some(match module {
        Some(module) => format!("{module}::{name}"),
        None => name,
    })
}

/// The path without what is between angle brackets; a leading `<T as Trait>` keeps its ` as `.
fn without_generics(path: &str) -> String {
    let mut depth = 0_usize;
    let mut flat = String::new();
    for character in path.chars() {
        match character {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => flat.push(character),
            _ => {}
        }
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::library_call;

    #[test]
    fn names_are_those_of_the_documentation() {
        let name = |symbol| library_call(symbol).unwrap_or_default();
        assert_eq!(
            name("<tokio::sync::mutex::Mutex<i32>>::lock::{closure#0}"),
            "Mutex::lock"
        );
        assert_eq!(name("tokio::sync::mutex::Mutex<T>::lock::{{closure}}"), "Mutex::lock");
        assert_eq!(
            name("<tokio::time::sleep::Sleep as core::future::future::Future>::poll"),
            "Sleep"
        );
        assert_eq!(
            name("<tokio::sync::oneshot::Receiver<u8> as core::future::future::Future>::poll"),
            "oneshot::Receiver"
        );
        assert_eq!(
            name("tokio::sync::mpsc::bounded::Receiver<T>::recv::{{closure}}"),
            "mpsc::Receiver::recv"
        );
        assert_eq!(
            name("<tokio::sync::notify::Notified as core::future::future::Future>::poll"),
            "Notified"
        );
        assert_eq!(
            name("<async_channel::Recv<u8> as core::future::future::Future>::poll"),
            "async_channel::Recv"
        );
        assert_eq!(library_call("tokio::runtime::context::with_current"), None);
        assert_eq!(library_call("core::ops::function::FnOnce::call_once"), None);
    }
}
