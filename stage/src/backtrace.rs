//! Stacks: which line of the listing makes a call or waits, and for what.

use std::collections::HashMap;
use std::ffi::c_void;
use std::panic::Location;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use crate::mode::is_recorded;
use crate::setup::setup;

/// How many frames of a stack are looked at. The listing's await is among them: Tokio's own frames are the innermost ten or twenty.
const DEPTH: usize = 80;

static SOURCE: OnceLock<&'static str> = OnceLock::new();

/// What is known of the addresses that were met in stacks: to give an address its names and lines takes a thousand times as long as to
/// meet it again.
static KNOWN: LazyLock<Mutex<HashMap<usize, Vec<Frame>>>> = LazyLock::new(Mutex::default);

/// What a frame of a stack tells about a wait.
#[derive(Clone, Copy)]
enum Frame {
    /// The listing's code, with its line if that is known.
    Listing(Option<u32>),
    /// The poll of a lane.
    Lane,
    /// A library's function, by its short name.
    Call(&'static str),
}

/// Sets which file is the listing: the end of its path, with `/` between the parts.
pub(crate) fn set_source(path: &'static str) {
    SOURCE.set(path).expect("a process runs one listing");
}

/// How many lines are counted before those of this file: 0 for a listing. `None` if the file is no part of the program.
fn lines_before(file: &str) -> Option<u32> {
    match (SOURCE.get(), setup()) {
        (Some(source), _) => file.replace('\\', "/").ends_with(source).then_some(0),
        (None, Some(setup)) => setup.lines_before(file),
        (None, None) => None,
    }
}

/// Line and column of a call by the listing. The column is 0 where it is unknown.
///
/// The compiler does not track a caller that got `tokio::spawn` as a value, such as `map`. Then the line is that of the listing's
/// innermost frame, if waits are recorded.
pub(crate) fn place(at: &'static Location<'static>) -> (u32, u32) {
    if let Some(before) = lines_before(at.file()) {
        return (before + at.line(), at.column());
    }
    if !is_recorded() {
        return (at.line(), at.column());
    }
    match locate() {
        Some((line, _)) => (line, 0),
        None => (at.line(), at.column()),
    }
}

/// The line of a place in the listing, from 1; 0 for any other.
pub(crate) fn line_in_source(at: &'static Location<'static>) -> u32 {
    lines_before(at.file()).map_or(0, |before| before + at.line())
}

/// Finds the innermost line of the listing in the caller's stack, and the name of the library function that this line calls.
///
/// `None` if no frame is in the listing, which happens when a combinator of another crate cloned the waker.
pub(crate) fn locate() -> Option<(u32, &'static str)> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut what = "";
    let mut is_named = false;
    let mut line = None;
    let mut depth = 0;
    ::backtrace::trace(|frame| {
        let address = frame.ip().addr();
        for frame in known.entry(address).or_insert_with(|| frames(address)) {
            match *frame {
                Frame::Listing(found) => line = found,
                // The name is known; only the line is missing.
                _ if is_named => {}
                // The lane's future is a library's own: the frames further out only poll the lane.
                Frame::Lane => is_named = !what.is_empty(),
                // These only ask a stream for an item: the stream's name says more.
                Frame::Call(name) if !["Next", "TryNext", "StreamExt"].contains(&name) || what.is_empty() => {
                    what = name
                }
                Frame::Call(_) => {}
            }
            if line.is_some() {
                break;
            }
        }
        depth += 1;
        line.is_none() && depth < DEPTH
    });
    line.map(|line| (line, what))
}

/// What an address in a stack stands for: several frames if they are inlined into each other, the innermost first.
fn frames(address: usize) -> Vec<Frame> {
    let mut frames = Vec::new();
    // The address is where the callee returns to, so the call itself is before it.
    ::backtrace::resolve(address.saturating_sub(1) as *mut c_void, |symbol| {
        let before = symbol.filename().and_then(|file| lines_before(&file.to_string_lossy()));
        let name = symbol.name().map(|name| format!("{name:#}")).unwrap_or_default();
        if let Some(before) = before {
            frames.push(Frame::Listing(symbol.lineno().map(|line| before + line)));
        } else if name.contains("stage::lane::Lane") {
            frames.push(Frame::Lane);
        } else if let Some(name) = library_call(&name) {
            // Never freed: a program has only so many functions.
            frames.push(Frame::Call(name.leak()));
        }
    });
    frames
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
        "futures_channel",
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
        .any(|part| ["runtime", "macros", "coop", "loom"].contains(part));
    // Not `tokio::io::util`, which holds what reads and writes.
    let inner = inner || parts.starts_with(&["tokio", "util"]);
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
        assert_eq!(
            name("<tokio::io::util::mem::DuplexStream as tokio::io::async_read::AsyncRead>::poll_read"),
            "DuplexStream"
        );
        assert_eq!(
            name("<futures_channel::oneshot::Receiver<u8> as core::future::future::Future>::poll"),
            "oneshot::Receiver"
        );
        assert_eq!(library_call("tokio::util::idle_notified_set::poll"), None);
        assert_eq!(library_call("tokio::runtime::context::with_current"), None);
        assert_eq!(library_call("core::ops::function::FnOnce::call_once"), None);
    }
}
