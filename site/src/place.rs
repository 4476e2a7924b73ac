//! Where pages are made: each build and each server has a folder of its own, and a finished book replaces the last one in one step.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::{Builder, TempDir};

/// The names of these folders begin so.
const PREFIX: &str = "lessons-pages-";
/// The file in such a folder that its process keeps locked.
const LOCK: &str = "lock";
/// A folder this young may be one whose lock is not there yet.
const YOUNG: Duration = Duration::from_secs(60);
/// mdBook writes this file into each folder of pages.
const MARK: &str = ".nojekyll";

/// A folder of this process's own. It is removed at the end; if the process is killed, the next one removes it.
#[derive(Debug)]
pub struct Scratch {
    // Unlocked before the folder is removed.
    _lock: File,
    folder: TempDir,
}

impl Scratch {
    /// Makes a folder beside the one for finished pages, on the same file system.
    ///
    /// # Errors
    /// A folder or a file cannot be made.
    pub fn beside(pages: &Path) -> Result<Scratch> {
        let parent = pages.parent().unwrap_or(Path::new("."));
        let make = || {
            fs::create_dir_all(parent)?;
            remove_abandoned(parent);
            let folder = Builder::new().prefix(PREFIX).tempdir_in(parent)?;
            let lock = File::create(folder.path().join(LOCK))?;
            lock.lock()?;
            io::Result::Ok(Scratch { _lock: lock, folder })
        };
        make().with_context(|| format!("cannot make a folder for pages in {}", parent.display()))
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Makes a new folder in this one.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn folder(&self) -> Result<TempDir> {
        let folder = tempfile::tempdir_in(self.path());
        folder.with_context(|| format!("cannot make a folder in {}", self.path().display()))
    }
}

/// Removes the folders of processes that were killed. Ignores errors: they only cost space.
fn remove_abandoned(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with(PREFIX) {
            continue;
        }
        let made = entry.metadata().and_then(|about| about.modified());
        let is_old = made.is_ok_and(|made| made.elapsed().is_ok_and(|age| age > YOUNG));
        let is_locked = File::open(entry.path().join(LOCK)).is_ok_and(|lock| lock.try_lock().is_err());
        if is_old && !is_locked {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Checks that `pages` may be replaced: it is missing, empty, or holds pages that mdBook made.
///
/// # Errors
/// It holds something else.
pub fn check_replaceable(pages: &Path) -> Result<()> {
    let is_empty = || fs::read_dir(pages).is_ok_and(|mut entries| entries.next().is_none());
    ensure!(
        !pages.exists() || pages.join(MARK).is_file() || is_empty(),
        "{} holds other files than pages; set `build-dir` in book.toml to a folder for pages alone, or empty this one",
        pages.display()
    );
    Ok(())
}

/// Puts the folder `new` in the place of `pages`, in one step. The old pages are then where `new` was, if there were any.
///
/// # Errors
/// `pages` holds other files than pages, or a folder cannot be moved. Then `pages` is as before.
pub fn replace(new: &Path, pages: &Path) -> Result<()> {
    let _alone = lock(pages, File::lock)?;
    check_replaceable(pages)?;
    let moved = if pages.exists() {
        exchange(new, pages)
    } else {
        fs::rename(new, pages)
    };
    moved.with_context(|| format!("cannot move the pages to {}", pages.display()))
}

/// Keeps other processes from replacing the pages while the returned file is open.
///
/// # Errors
/// The lock file beside the pages cannot be made or locked.
pub fn hold(pages: &Path) -> Result<File> {
    lock(pages, File::lock_shared)
}

fn lock(pages: &Path, how: impl FnOnce(&File) -> io::Result<()>) -> Result<File> {
    let path = pages.with_extension("lock");
    let locked = File::create(&path).and_then(|file| how(&file).map(|()| file));
    locked.with_context(|| format!("cannot lock {}", path.display()))
}

/// Exchanges two folders: at once where the system can, so that not even a kill leaves no pages.
fn exchange(new: &Path, pages: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    if rustix::fs::renameat_with(
        rustix::fs::CWD,
        new,
        rustix::fs::CWD,
        pages,
        rustix::fs::RenameFlags::EXCHANGE,
    )
    .is_ok()
    {
        return Ok(());
    }
    let aside: PathBuf = new.with_extension("old");
    fs::rename(pages, &aside)?;
    fs::rename(new, pages).inspect_err(|_| drop(fs::rename(&aside, pages)))?;
    fs::rename(&aside, new)
}
