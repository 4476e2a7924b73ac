//! What the chapters' commands have printed, so that a build runs again only what may have changed.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result};
use async_lessons::catalogue::{Catalogue, home};
use async_lessons::{costs, run};

/// Where outputs are kept between builds, below the project's folder.
const FILE: &str = "target/outputs.json";

/// Outputs, each under the fingerprint of all that it depends on. Clones share them.
#[derive(Clone, Default)]
pub struct Outputs(Arc<Mutex<Known>>);

#[derive(Default)]
struct Known {
    /// By fingerprint; with each, whether it was asked for since the last save.
    outputs: HashMap<String, (String, bool)>,
    is_loaded: bool,
    /// Whether there are outputs that the file does not have.
    is_new: bool,
}

impl Outputs {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads what earlier builds have kept, if that was not done. A file that is missing or broken is none: all is run again.
    pub fn load(&self, root: &Path) {
        let mut known = self.known();
        if !known.is_loaded {
            known.is_loaded = true;
            let text = fs::read(root.join(FILE)).unwrap_or_default();
            let kept: HashMap<String, String> = serde_json::from_slice(&text).unwrap_or_default();
            let kept = kept.into_iter().map(|(key, output)| (key, (output, false)));
            known.outputs.extend(kept);
        }
    }

    /// What is known under a fingerprint.
    pub fn get(&self, fingerprint: &str) -> Option<String> {
        let mut known = self.known();
        let (output, is_used) = known.outputs.get_mut(fingerprint)?;
        *is_used = true;
        Some(output.clone())
    }

    /// Keeps an output.
    pub fn put(&self, fingerprint: String, output: String) {
        let mut known = self.known();
        known.outputs.insert(fingerprint, (output, true));
        known.is_new = true;
    }

    /// Writes what was asked for since the last save, and forgets all else.
    ///
    /// # Errors
    /// The file cannot be written; the one before it is then as it was.
    pub fn save(&self, root: &Path) -> Result<()> {
        let mut known = self.known();
        let before = known.outputs.len();
        known.outputs.retain(|_, (_, is_used)| std::mem::take(is_used));
        if !known.is_new && known.outputs.len() == before {
            return Ok(());
        }
        let kept: HashMap<&String, &String> = known.outputs.iter().map(|(key, (output, _))| (key, output)).collect();
        let file = root.join(FILE);
        let folder = file.parent().context("a file lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut next = tempfile::NamedTempFile::new_in(folder).context("cannot write the outputs")?;
        next.write_all(&serde_json::to_vec(&kept)?)
            .context("cannot write the outputs")?;
        next.persist(&file)
            .with_context(|| format!("cannot write {}", file.display()))?;
        known.is_new = false;
        Ok(())
    }
}

/// The fingerprint of a command's output: of the command, of the program that answers it, of the stage, and of all that it reads.
///
/// `None` for a command that names no listing and no costs: nobody knows what it depends on.
pub fn fingerprint(catalogue: &Catalogue, command: &str) -> Option<String> {
    let mut hasher = DefaultHasher::new();
    command.hash(&mut hasher);
    program()?.hash(&mut hasher);
    stage().hash(&mut hasher);
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    if let ["figure" | "ratio" | "figures" | "chart", named @ ..] = words.as_slice() {
        costs::sources(catalogue, named).hash(&mut hasher);
        return Some(format!("costs {:016x}", hasher.finish()));
    }
    // Only what looks like a listing's name is looked up: for all else the catalogue would search the nearest names.
    let mut names = words.into_iter().filter(|word| word.contains('/'));
    let listing = names.find_map(|name| catalogue.listing(name).ok())?;
    let read = |path: PathBuf| fs::read(path).ok();
    read(catalogue.listing_file(&listing.path()))?.hash(&mut hasher);
    for extension in ["stdout", "stderr"] {
        read(catalogue.listing_file(&listing.snapshot(extension))).hash(&mut hasher);
    }
    // Its twin, and what that prints, if it has any.
    read(catalogue.listing_file(&listing.twin())).hash(&mut hasher);
    read(catalogue.listing_file(&format!("{}.stdout", listing.twin()))).hash(&mut hasher);
    // It may hold the project's address, to which listings are linked.
    read(catalogue.root.join("book.toml")).hash(&mut hasher);
    Some(format!("{listing} {:016x}", hasher.finish()))
}

/// The command `lessons`: its size and when it was built.
fn program() -> Option<(u64, SystemTime)> {
    let about = fs::metadata(run::built("lessons")?).ok()?;
    Some((about.len(), about.modified().ok()?))
}

/// What the listings run on besides their own sources: the stage and the libraries, as they were when this process began.
fn stage() -> u64 {
    static STAGE: LazyLock<u64> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        let mut paths = vec![
            home().join("Cargo.lock"),
            home().join("parts/src/lib.rs"),
            home().join("stage"),
        ];
        while let Some(path) = paths.pop() {
            let entries = fs::read_dir(&path).into_iter().flatten().flatten();
            let mut below: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
            below.sort();
            paths.append(&mut below);
            fs::read(path).ok().hash(&mut hasher);
        }
        hasher.finish()
    });
    *STAGE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_is_kept() {
        let folder = tempfile::tempdir().expect("a folder for the outputs");
        let outputs = |keys: &[&str]| -> Vec<Option<String>> {
            let outputs = Outputs::default();
            outputs.load(folder.path());
            keys.iter().map(|key| outputs.get(key)).collect()
        };
        let first = Outputs::default();
        first.load(folder.path());
        first.put("a".into(), "one".into());
        first.put("b".into(), "two".into());
        first.save(folder.path()).expect("the folder can be written");
        assert_eq!(
            outputs(&["a", "b", "c"]),
            [Some("one".to_owned()), Some("two".to_owned()), None]
        );

        let second = Outputs::default();
        second.load(folder.path());
        assert!(second.get("b").is_some());
        second.save(folder.path()).expect("the folder can be written");
        assert_eq!(
            outputs(&["a", "b"]),
            [None, Some("two".to_owned())],
            "nobody asked for `a`"
        );

        fs::write(folder.path().join(FILE), "no JSON").expect("the file can be written");
        assert_eq!(outputs(&["b"]), [None], "a broken file is none");
    }
}
