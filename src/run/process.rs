//! Processes: one for each run of a listing, in a scratch folder of its own, with limits on its time, output and memory.

use std::io::{self, Read};
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};
use std::{env, thread};

use tempfile::TempDir;

use super::group::{Group, is_interrupted};
use crate::problem::{Result, problem};

/// How long a listing may run, in real time. Listings on the virtual clock take milliseconds and others a few seconds. The limit
/// stops programs that never end, and leaves room for a busy machine.
pub const TIME_LIMIT: Duration = Duration::from_secs(60);

/// How much a listing may print to each stream, in bytes.
pub const OUTPUT_LIMIT: usize = 1 << 20;

/// How much memory a listing may occupy, in bytes. Only Linux reports it.
const MEMORY_LIMIT: u64 = 1 << 30;

/// How often to look at a process that prints nothing, in real time.
const PULSE: Duration = Duration::from_millis(20);

/// How long to wait for more output after a run has ended, in real time. Only a process that left the group can hold the streams.
const REST: Duration = Duration::from_secs(5);

/// How long an interrupted listing may take to clean up before it is killed, in real time.
const GRACE: Duration = Duration::from_secs(5);

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
    /// It was killed when it reached this limit on its real time.
    TimedOut(Duration),
    /// It was killed when it reached the limit on its output.
    TooMuchOutput,
    /// It was killed when it reached the limit on its memory.
    TooMuchMemory,
}

impl std::fmt::Display for Ending {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Ending::Exit(code) => write!(formatter, "exited with code {code}"),
            Ending::Killed => write!(formatter, "was ended by a signal"),
            Ending::TimedOut(limit) => write!(formatter, "did not end within {} s and was killed", limit.as_secs_f64()),
            Ending::TooMuchOutput => write!(
                formatter,
                "printed {} MiB, the limit, and was killed",
                OUTPUT_LIMIT >> 20
            ),
            Ending::TooMuchMemory => {
                write!(
                    formatter,
                    "occupied {} MiB of memory, the limit, and was killed",
                    MEMORY_LIMIT >> 20
                )
            }
        }
    }
}

/// Creates a folder for a run, which is removed when the value is dropped.
///
/// # Errors
/// Fails if the folder cannot be created. The error names the variable that places it.
pub fn scratch() -> io::Result<TempDir> {
    let folder = tempfile::Builder::new().prefix("lessons-").tempdir();
    folder.map_err(|error| {
        let message = format!(
            "cannot create a folder for the run in {}: {error}. The environment variable TMPDIR names this place; let it name a \
             folder that can be written to, or unset it",
            env::temp_dir().display()
        );
        io::Error::new(error.kind(), message)
    })
}

/// Runs a command within a limit of real time, in a scratch folder, and captures its output. It gets no standard input.
///
/// Clears the environment variables that change how Rust programs report panics.
///
/// # Errors
/// Fails if the process cannot be started or waited for.
pub fn capture(command: &mut Command, time_limit: Duration) -> io::Result<Finished> {
    capture_in(&scratch()?, command, time_limit)
}

/// Does what [`capture`] does, in this folder.
///
/// # Errors
/// The same as for [`capture`].
pub fn capture_in(folder: &TempDir, command: &mut Command, time_limit: Duration) -> io::Result<Finished> {
    command
        .env_remove("RUST_BACKTRACE")
        .env_remove("RUST_LIB_BACKTRACE")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut group = Group::start(command, folder.path())?;
    let (sender, printed) = mpsc::sync_channel(16);
    let (stdout, stderr) = group.streams();
    read_stream(0, stdout, sender.clone());
    read_stream(1, stderr, sender);
    let mut streams = [Vec::new(), Vec::new()];
    let is_full = |streams: &[Vec<u8>; 2]| streams.iter().any(|stream| stream.len() >= OUTPUT_LIMIT);

    let started = Instant::now();
    let mut forced = None;
    while forced.is_none() && !group.has_ended()? {
        match printed.recv_timeout(PULSE) {
            Ok((stream, bytes)) => streams[stream].extend(bytes),
            Err(RecvTimeoutError::Timeout) => {}
            // Both streams are closed: the process is about to end.
            Err(RecvTimeoutError::Disconnected) => thread::sleep(Duration::from_millis(1)),
        }
        forced = match () {
            () if is_full(&streams) => Some(Ending::TooMuchOutput),
            () if started.elapsed() >= time_limit => Some(Ending::TimedOut(time_limit)),
            () if group.memory() >= MEMORY_LIMIT => Some(Ending::TooMuchMemory),
            () => None,
        };
    }
    let status = group.end()?;
    while !is_full(&streams)
        && let Ok((stream, bytes)) = printed.recv_timeout(REST)
    {
        streams[stream].extend(bytes);
    }
    let overflow = is_full(&streams).then_some(Ending::TooMuchOutput);
    let [stdout, stderr] = streams.map(|mut bytes| {
        bytes.truncate(OUTPUT_LIMIT);
        String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
    });
    Ok(Finished {
        stdout,
        stderr,
        ending: forced.or(overflow).unwrap_or_else(|| ending(status)),
    })
}

/// Sends what comes from a stream, marked with its number, until the stream ends or nobody listens.
fn read_stream(number: usize, stream: Option<impl Read + Send + 'static>, printed: SyncSender<(usize, Vec<u8>)>) {
    let Some(mut stream) = stream else { return };
    thread::spawn(move || {
        let mut bytes = vec![0; 1 << 13];
        // An error, such as a broken pipe, also ends the output.
        while let Ok(length @ 1..) = stream.read(&mut bytes)
            && printed.send((number, bytes[..length].to_vec())).is_ok()
        {}
    });
}

/// Runs a command whose output goes where the command says, in a scratch folder. It gets no standard input.
///
/// Kills it when it `is_stopped`, when it reaches the limit of a listing's time or memory, or when it does not end after an interrupt.
///
/// # Errors
/// Fails if the process cannot be started or waited for.
pub fn attend(command: &mut Command, is_stopped: &dyn Fn() -> bool) -> io::Result<Ending> {
    let folder = scratch()?;
    let mut group = Group::start(command.stdin(Stdio::null()), folder.path())?;
    let started = Instant::now();
    let mut interrupted: Option<Instant> = None;
    while !group.has_ended()? {
        if is_interrupted() {
            if interrupted.get_or_insert_with(Instant::now).elapsed() > GRACE {
                break;
            }
        } else if started.elapsed() > TIME_LIMIT {
            return group.end().map(|_| Ending::TimedOut(TIME_LIMIT));
        } else if group.memory() >= MEMORY_LIMIT {
            return group.end().map(|_| Ending::TooMuchMemory);
        }
        if is_stopped() {
            break;
        }
        thread::sleep(Duration::from_millis(5));
    }
    group.end().map(ending)
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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::run::when_interrupted;

    /// The environment variable that makes a test do its part as another process.
    const FOLDER: &str = "LESSONS_TEST_FOLDER";

    /// The path, in the folder that a test may write to, of a file that tells that a process has outlived its run.
    fn outlived(folder: &Path) -> String {
        folder.join("outlived").to_string_lossy().into_owned()
    }

    fn shell(script: &str, file: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh", file]);
        command
    }

    /// Starts the test with this name as another process, in which SIGINT is ignored.
    fn start_again(name: &str, folder: &Path) -> std::process::Child {
        Command::new("sh")
            .args(["-c", r#"trap "" INT; exec "$0" --exact "$1""#])
            .arg(env::current_exe().expect("this program has a path"))
            .arg(format!("run::process::tests::{name}"))
            .env(FOLDER, folder)
            .env("TMPDIR", folder.join("scratch"))
            .stdout(Stdio::null())
            .spawn()
            .expect("a shell can be started")
    }

    #[test]
    fn a_run_ends_with_all_its_processes() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = outlived(folder.path());
        let limit = Duration::from_millis(300);
        for (script, limit, stdout, ending) in [
            ("(sleep 2; echo > $1) & echo a", TIME_LIMIT, "a\n", Ending::Exit(0)),
            (
                "(sleep 2; echo > $1) & echo a; kill -9 $$",
                TIME_LIMIT,
                "a\n",
                Ending::Killed,
            ),
            (
                "(sleep 2; echo > $1) & echo a; wait",
                limit,
                "a\n",
                Ending::TimedOut(limit),
            ),
            // A process that leaves the group keeps the streams, but nobody waits for it.
            #[cfg(target_os = "linux")]
            ("setsid sleep 20 & echo a", TIME_LIMIT, "a\n", Ending::Exit(0)),
        ] {
            let started = Instant::now();
            let finished = capture(&mut shell(script, &file), limit).expect("a shell can be started");
            assert_eq!(
                (finished.stdout.as_str(), finished.ending),
                (stdout, ending),
                "{script}"
            );
            assert!(
                started.elapsed() < Duration::from_secs(15),
                "{script}: {:?}",
                started.elapsed()
            );
        }
        thread::sleep(Duration::from_secs(3));
        assert!(!Path::new(&file).exists(), "a process has outlived its run");
    }

    #[test]
    fn an_interrupt_ends_the_run_and_removes_its_folder() {
        if let Some(folder) = env::var_os(FOLDER) {
            let folder = Path::new(&folder);
            let last = folder.join("last");
            when_interrupted(move || fs::write(&last, "").map_or(1, |()| 7));
            let mut command = shell(
                "echo > made; (sleep 3; echo > $1) & echo > $1.started; wait",
                &outlived(folder),
            );
            let _ = capture(&mut command, TIME_LIMIT);
            return;
        }
        let folder = tempfile::tempdir().expect("a folder for the test");
        let scratch = folder.path().join("scratch");
        fs::create_dir(&scratch).expect("a folder can be created");
        let mut other = start_again("an_interrupt_ends_the_run_and_removes_its_folder", folder.path());
        while !folder.path().join("outlived.started").exists() {
            assert!(
                other.try_wait().is_ok_and(|status| status.is_none()),
                "expected the run to start"
            );
            thread::sleep(Duration::from_millis(10));
        }
        let id = rustix::process::Pid::from_child(&other);
        rustix::process::kill_process(id, rustix::process::Signal::INT).expect("the process runs");
        let status = other.wait().expect("the process ends");
        assert_eq!(status.code(), Some(7));
        assert!(
            folder.path().join("last").exists(),
            "the process has done its last work"
        );
        assert_eq!(
            fs::read_dir(&scratch).expect("the folder is there").count(),
            0,
            "an empty folder"
        );
        thread::sleep(Duration::from_secs(4));
        assert!(
            !Path::new(&outlived(folder.path())).exists(),
            "a process has outlived its run"
        );
    }

    #[test]
    fn a_run_reacts_to_ctrl_c_even_if_its_command_ignores_it() {
        if env::var_os(FOLDER).is_some() {
            let finished = capture(&mut shell("kill -INT $$; echo ignored", ""), TIME_LIMIT);
            let finished = finished.expect("a shell can be started");
            assert_eq!((finished.stdout.as_str(), finished.ending), ("", Ending::Killed));
            return;
        }
        let folder = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir(folder.path().join("scratch")).expect("a folder can be created");
        let mut other = start_again("a_run_reacts_to_ctrl_c_even_if_its_command_ignores_it", folder.path());
        assert!(other.wait().expect("the process ends").success());
    }

    #[test]
    fn a_run_has_a_folder_of_its_own() {
        let finished = capture(&mut shell("echo > made; pwd", ""), TIME_LIMIT).expect("a shell can be started");
        let folder = Path::new(finished.stdout.trim_end());
        assert_ne!(Some(folder), env::current_dir().ok().as_deref());
        assert!(folder.is_absolute() && !folder.exists(), "{}", folder.display());
    }
}
