//! Runs a listing: one process for each, with limits on its time and on what it prints.

pub mod diagnose;
pub mod observe;
pub mod plain;
mod programs;
pub mod ready;
pub mod record;
pub mod redact;
pub mod store;
pub mod twin;

use std::io::{self, Read};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use wait_timeout::ChildExt;

use crate::problem::{Result, problem};

pub use programs::{
    PROGRAMS, WITH_LISTINGS, build, build_all, build_now, built, cargo, executables, handed_over, on_stage,
};

/// How long a listing may take, in real seconds. Those on the virtual clock take milliseconds, others a few seconds; this is
/// for programs that would never end, on a machine that is busy with other things.
pub const TIME_LIMIT: Duration = Duration::from_secs(60);

/// How much a listing may print to each stream, in bytes.
const OUTPUT_LIMIT: u64 = 1 << 20;

/// A run that has ended: what it printed, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// How it ended.
    pub ending: Ending,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With this exit code.
    Exit(i32),
    /// Ended by the operating system.
    Killed,
    /// Stopped when the time that it was given was over.
    TimedOut,
    /// Stopped when it had printed too much.
    TooMuchOutput,
}

impl std::fmt::Display for Ending {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Ending::Exit(code) => write!(formatter, "ended with exit code {code}"),
            Ending::Killed => write!(formatter, "was killed by the operating system"),
            Ending::TimedOut => write!(formatter, "had not ended when its time was over, and was stopped"),
            Ending::TooMuchOutput => write!(formatter, "printed more than {OUTPUT_LIMIT} bytes and was stopped"),
        }
    }
}

/// Runs a command to its end, within the limits, and catches what it prints.
///
/// The environment variables that change how Rust programs report panics are cleared.
///
/// # Errors
/// The program cannot be started.
pub fn capture(command: &mut Command, time_limit: Duration) -> io::Result<Finished> {
    let mut child = command
        .env_remove("RUST_BACKTRACE")
        .env_remove("RUST_LIB_BACKTRACE")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (too_much, overflow) = mpsc::channel();
    let stdout = read(child.stdout.take(), too_much.clone());
    let stderr = read(child.stderr.take(), too_much);
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

/// Reads a stream to its end or to the limit; in that case says so.
fn read(stream: Option<impl Read + Send + 'static>, too_much: mpsc::Sender<()>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(stream) = stream {
            // A broken pipe is the end of the output, too.
            let _ = stream.take(OUTPUT_LIMIT).read_to_end(&mut bytes);
        }
        if bytes.len() as u64 == OUTPUT_LIMIT {
            let _ = too_much.send(());
        }
        bytes
    })
}

fn wait(child: &mut Child, time_limit: Duration, overflow: &mpsc::Receiver<()>) -> io::Result<Ending> {
    // Both readers end when the child does: waiting for them first means that a flood of output is noticed at once.
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

/// A finished process's ending.
pub fn ending(status: ExitStatus) -> Ending {
    status.code().map_or(Ending::Killed, Ending::Exit)
}

/// Lets another program take this one's place, as far as the system knows how: then Ctrl-C and exit codes are its own.
///
/// # Errors
/// The program cannot be started.
pub fn replace_by(command: &mut Command) -> Result<ExitCode> {
    #[cfg(unix)]
    let error = std::os::unix::process::CommandExt::exec(command);
    #[cfg(not(unix))]
    let error = {
        // Ctrl-C reaches both programs. The other one ends by it, and this one with it.
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
