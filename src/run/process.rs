//! Processes: one for each run of a listing, with limits on its time and on its output.

use std::io::{self, Read};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use wait_timeout::ChildExt;

use crate::problem::{Result, problem};

/// How long a listing may run, in real time. Listings on the virtual clock take milliseconds and others a few seconds. The limit
/// stops programs that never end, and leaves room for a busy machine.
pub const TIME_LIMIT: Duration = Duration::from_secs(60);

/// How much a listing may print to each stream, in bytes.
const OUTPUT_LIMIT: u64 = 1 << 20;

/// What a finished process printed, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// How the process ended.
    pub ending: Ending,
}

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It exited with this code.
    Exit(i32),
    /// A signal ended it.
    Killed,
    /// It was killed when it reached its time limit.
    TimedOut,
    /// It was killed when it reached the limit on its output.
    TooMuchOutput,
}

impl std::fmt::Display for Ending {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Ending::Exit(code) => write!(formatter, "exited with code {code}"),
            Ending::Killed => write!(formatter, "was ended by a signal"),
            Ending::TimedOut => write!(formatter, "did not end within its time limit and was killed"),
            Ending::TooMuchOutput => write!(formatter, "printed {OUTPUT_LIMIT} bytes, the limit, and was killed"),
        }
    }
}

/// Runs a command within a limit of real time and captures its output. It gets no standard input.
///
/// Clears the environment variables that change how Rust programs report panics.
///
/// # Errors
/// Fails if the process cannot be started, waited for or killed.
pub fn capture(command: &mut Command, time_limit: Duration) -> io::Result<Finished> {
    let mut child = command
        .env_remove("RUST_BACKTRACE")
        .env_remove("RUST_LIB_BACKTRACE")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (too_much, overflow) = mpsc::channel();
    let stdout = read_stream(child.stdout.take(), too_much.clone());
    let stderr = read_stream(child.stderr.take(), too_much);
    let ending = wait(&mut child, time_limit, &overflow)?;
    let text = |reader: thread::JoinHandle<Vec<u8>>| {
        String::from_utf8_lossy(&reader.join().unwrap_or_default()).replace("\r\n", "\n")
    };
    Ok(Finished {
        stdout: text(stdout),
        stderr: text(stderr),
        ending,
    })
}

/// Reads a stream to its end or up to the limit. If it reaches the limit, it sends a message.
fn read_stream(stream: Option<impl Read + Send + 'static>, too_much: mpsc::Sender<()>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(stream) = stream {
            // An error, such as a broken pipe, also ends the output.
            let _ = stream.take(OUTPUT_LIMIT).read_to_end(&mut bytes);
        }
        if bytes.len() as u64 == OUTPUT_LIMIT {
            let _ = too_much.send(());
        }
        bytes
    })
}

/// Waits for a process to end, and kills it when it reaches a limit.
fn wait(child: &mut Child, time_limit: Duration, overflow: &mpsc::Receiver<()>) -> io::Result<Ending> {
    // Both readers end when the child does. Waiting for them first detects too much output at once.
    let forced = match overflow.recv_timeout(time_limit) {
        Ok(()) => Some(Ending::TooMuchOutput),
        Err(mpsc::RecvTimeoutError::Timeout) => Some(Ending::TimedOut),
        Err(mpsc::RecvTimeoutError::Disconnected) => None,
    };
    if forced.is_none()
        && let Some(status) = child.wait_timeout(time_limit)?
    {
        return Ok(ending(status));
    }
    child.kill()?;
    child.wait()?;
    Ok(forced.unwrap_or(Ending::TimedOut))
}

/// How a process with this exit status ended.
pub fn ending(status: ExitStatus) -> Ending {
    status.code().map_or(Ending::Killed, Ending::Exit)
}

/// Replaces this process by a command: `exec` on Unix, start and wait elsewhere. The exit code is the command's.
///
/// # Errors
/// Fails if the command cannot be started. On Unix, returns only then.
pub fn replace_by(command: &mut Command) -> Result<ExitCode> {
    #[cfg(unix)]
    let error = std::os::unix::process::CommandExt::exec(command);
    #[cfg(not(unix))]
    let error = {
        // Ctrl-C reaches both processes. Ignore it here: it ends the other process, and then this one ends too.
        let _ = ctrlc::set_handler(|| ());
        match command.status() {
            Ok(status) => return Ok(ExitCode::from(u8::try_from(status.code().unwrap_or(130)).unwrap_or(1))),
            Err(error) => error,
        }
    };
    Err(problem!(
        "cannot start {}: {error}",
        command.get_program().to_string_lossy()
    ))
}
