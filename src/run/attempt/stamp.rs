//! Whether a program is still what its files say: a stamp of them is written once it was compiled.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The files in a list as `make` reads it.
pub fn listed(list: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(list).unwrap_or_default();
    // Each file has a rule of its own, which says nothing but that there is such a file.
    let rules = text.lines().filter_map(|line| line.strip_suffix(':'));
    rules.map(|file| file.replace("\\ ", " ").into()).collect()
}

/// The stamp of the listed files and of whatever else has gone into a program; `None` if one of them is missing, or none is listed.
pub fn stamp(list: &Path, other: &[&Path], settings: impl Hash) -> Option<String> {
    let files = listed(list);
    if files.is_empty() {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    settings.hash(&mut hasher);
    for file in files.iter().map(PathBuf::as_path).chain(other.iter().copied()) {
        let about = fs::metadata(file).ok()?;
        (file, about.len(), about.modified().ok()?).hash(&mut hasher);
    }
    Some(format!("{:016x}", hasher.finish()))
}

/// Whether this is the stamp beside a list.
pub fn is_current(list: &Path, stamp: Option<&str>) -> bool {
    stamp.is_some() && fs::read_to_string(beside(list)).ok().as_deref() == stamp
}

/// Removes the stamp beside a list: what it stands for is about to be replaced.
///
/// # Errors
/// Fails if the stamp is there and cannot be removed.
pub fn remove(list: &Path) -> io::Result<()> {
    match fs::remove_file(beside(list)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Writes the stamp beside a list, unless one of the files was saved after the compiler was started: it may not have read that.
pub fn keep(list: &Path, stamp: Option<&str>, started: SystemTime) {
    let saved = |file: PathBuf| fs::metadata(file).and_then(|about| about.modified());
    let is_older = |file: PathBuf| saved(file).is_ok_and(|saved| saved < started);
    if let Some(stamp) = stamp
        && listed(list).into_iter().all(is_older)
    {
        // Without a stamp the program is compiled again.
        let _ = fs::write(beside(list), stamp);
    }
}

fn beside(list: &Path) -> PathBuf {
    list.with_extension("stamp")
}
