//! Waits for a program, and for changes of its files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use stage::EXIT_CUT;

use crate::run::Ending;

/// How long a program may take to end after its output was cut or it was interrupted, in real time: it still writes what it recorded.
const GRACE: Duration = Duration::from_secs(3);

/// The files of a program, and when they were saved.
pub struct Watched(Vec<(PathBuf, Option<SystemTime>)>);

impl Watched {
    /// Watches these files.
    pub fn new(files: Vec<PathBuf>) -> Watched {
        Watched(files.into_iter().map(|file| (file, None)).collect())
    }

    /// Remembers how the files are now.
    pub fn look(&mut self) {
        for (file, time) in &mut self.0 {
            *time = saved(file);
        }
    }

    /// Watches more files from now on.
    pub fn also(&mut self, files: impl Iterator<Item = PathBuf>) {
        for file in files {
            if self.0.iter().all(|(known, _)| *known != file) {
                let time = saved(&file);
                self.0.push((file, time));
            }
        }
    }

    /// Whether one of the files was saved since they were looked at.
    pub fn have_changed(&self) -> bool {
        self.0.iter().any(|(file, time)| saved(file) != *time)
    }
}

fn saved(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// A terminal sends Ctrl-C to the program, too. This process has to say where the time went.
pub fn catch_interrupts() {
    // It fails if there is a handler already, which is this one.
    let _ = ctrlc::set_handler(|| IS_INTERRUPTED.store(true, Ordering::SeqCst));
}

pub fn is_interrupted() -> bool {
    IS_INTERRUPTED.load(Ordering::SeqCst)
}

/// Waits until a program ends. It has this process's input and folder. `None` if it was interrupted.
pub fn attend(command: &mut Command, is_stopped: &dyn Fn() -> bool) -> io::Result<Option<Ending>> {
    catch_interrupts();
    let mut child = command.stdin(Stdio::inherit()).spawn()?;
    let mut stopped: Option<Instant> = None;
    loop {
        if let Some(status) = child.try_wait()? {
            let ending = status.code().map_or(Ending::Killed, Ending::Exit);
            let is_cut = [Ending::Killed, Ending::Exit(EXIT_CUT.into())].contains(&ending);
            return Ok((!is_interrupted() || !is_cut).then_some(ending));
        }
        if (is_interrupted() || is_stopped()) && stopped.get_or_insert_with(Instant::now).elapsed() > GRACE {
            child.kill()?;
        }
        thread::sleep(Duration::from_millis(2));
    }
}
