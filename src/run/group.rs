//! A run's process with all processes that it starts, which end together.
//!
//! On Unix they are a process group of their own. A terminal sends Ctrl-C to its foreground group only, so this process passes it on.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, Once, OnceLock, PoisonError};

/// The exit code of an interrupted command, as in shells.
pub const INTERRUPTED: u8 = 130;

/// How many times this process was interrupted.
static INTERRUPTS: AtomicUsize = AtomicUsize::new(0);

/// Whether the first interrupt is passed on to the running groups, so that they can clean up, instead of ending them.
static PASSES_ON: AtomicBool = AtomicBool::new(false);

/// The scratch folders of the groups that run, by the ids of their first processes.
static RUNNING: Mutex<BTreeMap<u32, PathBuf>> = Mutex::new(BTreeMap::new());

fn running() -> MutexGuard<'static, BTreeMap<u32, PathBuf>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether this process was interrupted: by Ctrl-C, or by a signal that asks it to end.
pub fn is_interrupted() -> bool {
    INTERRUPTS.load(Ordering::SeqCst) > 0
}

/// Passes the first interrupt on to the groups. This process must then end by itself.
pub fn pass_on_interrupt() {
    PASSES_ON.store(true, Ordering::SeqCst);
}

/// What this process does when an interrupt ends it; returns the exit code.
static END: OnceLock<Box<dyn Fn() -> u8 + Send + Sync>> = OnceLock::new();

/// Sets what this process does, after its groups have ended, when an interrupt ends it: removes its files, for example. `end` returns
/// the exit code, which is [`INTERRUPTED`] otherwise. Only the first call has an effect.
pub fn when_interrupted(end: impl Fn() -> u8 + Send + Sync + 'static) {
    let _ = END.set(Box::new(end));
    handle_interrupts();
}

/// Makes an interrupt end all groups, remove their scratch folders, and end this process.
///
/// Processes that are started afterwards react to Ctrl-C as usual, even if this process was told to ignore it, as shells tell their
/// background jobs: a handler, unlike that order, is not inherited.
fn handle_interrupts() {
    static HANDLER: Once = Once::new();
    // It fails if this process has another handler, which then decides.
    HANDLER.call_once(|| drop(ctrlc::set_handler(interrupted)));
}

fn interrupted() {
    // While this lock is held, no group can start.
    let running = running();
    let is_first = INTERRUPTS.fetch_add(1, Ordering::SeqCst) == 0;
    if is_first && !running.is_empty() && PASSES_ON.load(Ordering::SeqCst) {
        running.keys().for_each(|id| interrupt(*id));
        return;
    }
    for (id, scratch) in running.iter() {
        kill(*id);
        let _ = fs::remove_dir_all(scratch);
    }
    let code = END.get().map_or(INTERRUPTED, |end| end());
    std::process::exit(i32::from(code));
}

/// A process, and on Unix all that it starts. They are killed when this value is dropped.
pub struct Group {
    first: Child,
}

impl Group {
    /// Starts a command in its scratch folder, unless the command has a folder of its own.
    ///
    /// # Errors
    /// Fails if the process cannot be started.
    pub fn start(command: &mut Command, scratch: &Path) -> io::Result<Group> {
        handle_interrupts();
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let mut running = running();
        if command.get_current_dir().is_none() {
            command.current_dir(scratch);
        }
        let first = command.spawn()?;
        running.insert(first.id(), scratch.to_owned());
        Ok(Group { first })
    }

    /// The first process's standard output and error, once, if they are piped.
    pub fn streams(&mut self) -> (Option<ChildStdout>, Option<ChildStderr>) {
        (self.first.stdout.take(), self.first.stderr.take())
    }

    /// Whether the first process has ended. Until [`end`](Group::end), no other process can get its id.
    ///
    /// # Errors
    /// Fails if the system does not know.
    pub fn has_ended(&mut self) -> io::Result<bool> {
        #[cfg(unix)]
        {
            use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
            let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
            Ok(waitid(WaitId::Pid(Pid::from_child(&self.first)), options)?.is_some())
        }
        #[cfg(not(unix))]
        Ok(self.first.try_wait()?.is_some())
    }

    /// The memory of the first process, in bytes: the pages it occupies. 0 on systems other than Linux.
    pub fn memory(&self) -> u64 {
        #[cfg(target_os = "linux")]
        {
            let about = fs::read_to_string(format!("/proc/{}/statm", self.first.id())).unwrap_or_default();
            let pages: Option<u64> = about.split(' ').nth(1).and_then(|pages| pages.parse().ok());
            pages.unwrap_or(0) * rustix::param::page_size() as u64
        }
        #[cfg(not(target_os = "linux"))]
        0
    }

    /// Kills all processes that still run, and returns how the first one ended.
    ///
    /// # Errors
    /// Fails if the first process cannot be waited for.
    pub fn end(&mut self) -> io::Result<ExitStatus> {
        // Only once: later, the id may belong to another process.
        if running().remove(&self.first.id()).is_some() {
            kill(self.first.id());
            #[cfg(not(unix))]
            let _ = self.first.kill();
        }
        self.first.wait()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

/// Kills a group, if it still runs. Elsewhere than on Unix, Ctrl-C reaches all processes, and [`Group::end`] kills the first one.
fn kill(id: u32) {
    #[cfg(unix)]
    signal(id, rustix::process::Signal::KILL);
    #[cfg(not(unix))]
    let _ = id;
}

/// Interrupts a group. Elsewhere than on Unix, Ctrl-C has done so.
fn interrupt(id: u32) {
    #[cfg(unix)]
    signal(id, rustix::process::Signal::INT);
    #[cfg(not(unix))]
    let _ = id;
}

#[cfg(unix)]
fn signal(id: u32, signal: rustix::process::Signal) {
    use rustix::process::{Pid, kill_process_group};
    if let Some(group) = i32::try_from(id).ok().and_then(Pid::from_raw) {
        // It fails if all processes have ended.
        let _ = kill_process_group(group, signal);
    }
}
