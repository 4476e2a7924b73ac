//! Passes a command's output on to this process's own streams, with a limit, and without control characters on a terminal.

use std::io::{self, IsTerminal, PipeReader, Read, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use timeline::html::visible;

use crate::run::OUTPUT_LIMIT;
use crate::terminal::CannotPrint;

/// How long to read what a process printed after it has ended, in real time: its own children may still hold its streams.
const REST: Duration = Duration::from_secs(1);

/// Why output is no longer passed on.
#[derive(Debug)]
pub enum Stop {
    /// Standard output cannot be written to.
    Lost(CannotPrint),
    /// The command printed [`OUTPUT_LIMIT`], of which all were passed on.
    TooMuch,
}

/// What came from a stream.
type Printed = Arc<Mutex<Vec<u8>>>;

/// A stream of which all that was read is kept.
struct Kept(PipeReader, Printed);

impl Read for Kept {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let length = self.0.read(bytes)?;
        let mut kept = self.1.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend_from_slice(&bytes[..length]);
        kept.truncate(OUTPUT_LIMIT);
        Ok(length)
    }
}

/// The output of a command, on its way.
pub struct Passing {
    printed: [Printed; 2],
    stopped: Arc<Stopped>,
    ended: Receiver<()>,
}

#[derive(Default)]
struct Stopped {
    is_set: AtomicBool,
    why: Mutex<Option<Stop>>,
}

impl Stopped {
    fn set(&self, why: Stop) {
        self.why
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert(why);
        self.is_set.store(true, Ordering::SeqCst);
    }
}

impl Passing {
    /// Makes a command print into pipes, and passes on what it prints until it ends and is dropped: it holds the pipes open.
    /// `apart` keeps its two streams apart, even if both end in one terminal.
    ///
    /// # Errors
    /// Fails if no pipe can be made.
    pub fn start(command: &mut Command, apart: bool) -> io::Result<Passing> {
        let printed: [Printed; 2] = Default::default();
        let kept = |stream: PipeReader, index: usize| Kept(stream, Arc::clone(&printed[index]));
        let stopped = Arc::new(Stopped::default());
        let (sender, ended) = mpsc::channel();
        let (stdout, writer) = io::pipe()?;
        if !apart && io::stdout().is_terminal() && io::stderr().is_terminal() {
            // One pipe for both keeps the order in which the command writes to them.
            command.stderr(Stdio::from(writer.try_clone()?));
        } else {
            let (stderr, writer) = io::pipe()?;
            command.stderr(Stdio::from(writer));
            pass(kept(stderr, 1), io::stderr(), false, &stopped, &sender);
        }
        command.stdout(Stdio::from(writer));
        pass(kept(stdout, 0), io::stdout(), true, &stopped, &sender);
        Ok(Passing {
            printed,
            stopped,
            ended,
        })
    }

    /// Whether the command should be killed, because its output is no longer passed on.
    pub fn is_stopped(&self) -> bool {
        self.stopped.is_set.load(Ordering::SeqCst)
    }

    /// Passes on the rest, after the command has ended. Returns why not all of it was passed on.
    pub fn finish(&self) -> Option<Stop> {
        // Fails when both streams are closed.
        while self.ended.recv_timeout(REST).is_ok() {}
        self.stopped.why.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// What was printed so far, to standard output and to standard error: all to the first, if they are not apart.
    pub fn printed(&self) -> [String; 2] {
        self.printed.each_ref().map(|bytes| {
            let bytes = bytes.lock().unwrap_or_else(PoisonError::into_inner);
            String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
        })
    }
}

/// Starts a thread that passes a stream on. `sender` is dropped when the stream ends. Only of standard output is it a fault that it
/// cannot be written to.
fn pass(
    from: Kept,
    mut to: impl Write + IsTerminal + Send + 'static,
    is_stdout: bool,
    stopped: &Arc<Stopped>,
    sender: &Sender<()>,
) {
    let (stopped, sender) = (Arc::clone(stopped), sender.clone());
    thread::spawn(move || {
        let is_terminal = to.is_terminal();
        match copy(from, &mut to, is_terminal, &stopped.is_set) {
            Ok(Some(stop)) => stopped.set(stop),
            Err(error) if is_stdout => stopped.set(Stop::Lost(CannotPrint(error))),
            _ => {}
        }
        drop(sender);
    });
}

/// Copies a stream until it ends, reaches the limit, or `is_stopped`.
fn copy(
    mut from: impl Read,
    to: &mut impl Write,
    is_terminal: bool,
    is_stopped: &AtomicBool,
) -> io::Result<Option<Stop>> {
    let (mut bytes, mut rest, mut total) = (vec![0; 1 << 13], Vec::new(), 0);
    loop {
        let length = from.read(&mut bytes).unwrap_or(0);
        if is_stopped.load(Ordering::SeqCst) {
            return Ok(None);
        }
        let allowed = length.min(OUTPUT_LIMIT - total);
        total += allowed;
        rest.extend_from_slice(&bytes[..allowed]);
        if is_terminal {
            let end = if length == 0 {
                rest.len()
            } else {
                whole_characters(&rest)
            };
            let text = String::from_utf8_lossy(&rest[..end]).replace("\r\n", "\n");
            to.write_all(visible(&text).as_bytes())?;
            rest.drain(..end);
        } else {
            to.write_all(&rest)?;
            rest.clear();
        }
        to.flush()?;
        if length == 0 {
            return Ok(None);
        }
        if total == OUTPUT_LIMIT {
            return Ok(Some(Stop::TooMuch));
        }
    }
}

/// The length of the longest beginning of `bytes` that does not end within a character.
fn whole_characters(bytes: &[u8]) -> usize {
    let last = bytes.utf8_chunks().last();
    // `utf8_chunks` calls an incomplete character at the end invalid, like any other wrong byte.
    let invalid = last.map_or(0, |chunk| chunk.invalid().len());
    match bytes.len() - invalid {
        end if std::str::from_utf8(&bytes[end..]).is_err_and(|error| error.error_len().is_none()) => end,
        _ => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Passes on what is read in these pieces.
    fn passed(pieces: &[&[u8]], is_terminal: bool) -> (Vec<u8>, Option<Stop>) {
        struct Pieces<'a>(std::slice::Iter<'a, &'a [u8]>);
        impl Read for Pieces<'_> {
            fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
                let piece = self.0.next().copied().unwrap_or_default();
                bytes[..piece.len()].copy_from_slice(piece);
                Ok(piece.len())
            }
        }
        let mut written = Vec::new();
        let stop = copy(
            Pieces(pieces.iter()),
            &mut written,
            is_terminal,
            &AtomicBool::new(false),
        );
        (written, stop.expect("a vector can be written to"))
    }

    #[test]
    fn a_terminal_gets_no_control_characters() {
        let (text, _) = passed(&["é\u{1b}[3".as_bytes(), b"1mred\r\n\x07\xc3", b"\xa9\xff\n"], true);
        assert_eq!(String::from_utf8_lossy(&text), "é␛[31mred\n␇é�\n");
        let (bytes, _) = passed(&[b"\x1b[31m", b"\xff"], false);
        assert_eq!(bytes, b"\x1b[31m\xff", "a file gets what was printed");
    }

    #[test]
    fn output_is_cut_at_the_limit() {
        let piece = [b'a'; 1 << 13];
        let (text, stop) = passed(&[&piece[..]; 200], false);
        assert_eq!(text.len(), OUTPUT_LIMIT);
        assert!(matches!(stop, Some(Stop::TooMuch)));
    }
}
