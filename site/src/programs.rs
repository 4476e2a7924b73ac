//! The programs that run listings, kept up to date with the listings' files while pages are made.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::SystemTime;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use async_lessons::catalogue::parts::program_name;
use async_lessons::catalogue::{Catalogue, Listing, Suffix};
use async_lessons::checks::is_editors;
use async_lessons::problem::Problem;
use async_lessons::run::cargo;
use serde_json::Value;

use crate::built::{address, files};

/// The environment variable that holds [`Saved::digest`] of the files from which the programs were built.
pub const BUILT_FROM: &str = "LESSONS_BUILT_FROM";

/// When each file in `listings/` was saved, and its size in bytes, by its path relative to that folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Saved(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Saved {
    /// Looks at the files of the project in `root`.
    pub fn of(root: &Path) -> Saved {
        let folder = root.join("listings");
        let files = files(&folder)
            .unwrap_or_default()
            .into_iter()
            .filter(|file| !is_editors(file));
        let about = |file: PathBuf| {
            let about = fs::metadata(folder.join(&file)).ok()?;
            Some((file, (about.modified().ok(), about.len())))
        };
        Saved(files.filter_map(about).collect())
    }

    /// A number that differs, in all likelihood, once a file has changed.
    pub fn digest(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish().to_string()
    }

    /// The files that were added, removed or saved between the two.
    fn changed<'s>(&'s self, other: &'s Saved) -> BTreeSet<&'s Path> {
        let all = self.0.keys().chain(other.0.keys());
        let changed = all.filter(|file| self.0.get(*file) != other.0.get(*file));
        changed.map(PathBuf::as_path).collect()
    }
}

/// The built programs: the files from which they were built.
#[derive(Debug)]
pub struct Programs(Saved);

impl Programs {
    /// The programs that the process before this one has built, if no listing has changed since; or else none.
    pub fn handed_over(root: &Path) -> Programs {
        let saved = Saved::of(root);
        let is_same = env::var(BUILT_FROM).is_ok_and(|digest| digest == saved.digest());
        Programs(if is_same { saved } else { Saved::default() })
    }

    /// Builds the programs of the listings that have changed, until none changes meanwhile.
    ///
    /// # Errors
    /// A listing does not compile: the error has the compiler's messages with file and line.
    pub fn prepare(&mut self, root: &Path) -> Result<()> {
        loop {
            let saved = Saved::of(root);
            if saved == self.0 {
                return Ok(());
            }
            let programs = needed(&Catalogue::load(root)?, saved.changed(&self.0));
            if !programs.is_empty() {
                compile(root, &programs)?;
            }
            self.0 = saved;
        }
    }

    /// Whether no file in `listings/` has been saved since the programs were prepared.
    pub fn are_current(&self, root: &Path) -> bool {
        Saved::of(root) == self.0
    }
}

/// The programs in which the changed files are.
fn needed(catalogue: &Catalogue, changed: BTreeSet<&Path>) -> BTreeSet<String> {
    let runs = |listing: &&Listing| listing.suffix != Suffix::Fail;
    let name = |listing: &Listing| program_name(&listing.part);
    let all = || catalogue.listings().filter(runs).map(name).collect();
    let mut programs = BTreeSet::new();
    for file in changed {
        let file = address(file);
        // Neither a twin nor a snapshot is in a program.
        if [".py", ".stdout", ".stderr"].iter().any(|end| file.ends_with(end)) {
            continue;
        }
        let Some(listing) = Listing::from_path(&file) else {
            return all();
        };
        let known = catalogue
            .listings()
            .filter(runs)
            .find(|known| known.path() == listing.path());
        programs.extend(known.map(name));
    }
    programs
}

/// Builds programs; Cargo's messages become the error.
fn compile(root: &Path, programs: &BTreeSet<String>) -> Result<()> {
    let mut command = cargo(root);
    command.args(["build", "--quiet", "--message-format=json"]);
    for program in programs {
        command.arg("--bin").arg(program);
    }
    let output = command.stdin(Stdio::null()).output().context("cannot start cargo")?;
    if output.status.success() {
        return Ok(());
    }
    let messages = output.stdout.split(|byte| *byte == b'\n');
    let messages = messages.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    let errors: Vec<String> = messages
        .filter_map(|message| Some(error(root, &message["message"])?.to_string()))
        .collect();
    if errors.is_empty() {
        bail!("cargo failed\n{}", String::from_utf8_lossy(&output.stderr).trim_end());
    }
    bail!("{}", errors.join("\n"))
}

/// The problem in a message of the compiler, if it is an error with a place.
fn error(root: &Path, message: &Value) -> Option<Problem> {
    if message["level"] != "error" {
        return None;
    }
    let is_primary = |span: &&Value| span["is_primary"] == true;
    let place = message["spans"].as_array()?.iter().find(is_primary)?;
    let folder = format!("{}/", address(root));
    let relative = |text: &str| text.replace('\\', "/").replace(&folder, "");
    let text = message["rendered"].as_str()?.replace(&folder, "");
    let line = usize::try_from(place["line_start"].as_u64()?).ok()?;
    Some(Problem::from(text.trim_end()).at(&relative(place["file_name"].as_str()?), line))
}

#[cfg(test)]
mod tests {
    use async_lessons::catalogue::home;

    use super::*;

    fn needed_for(files: &[&str]) -> Vec<String> {
        let catalogue = Catalogue::load(&home()).expect("the catalogue can be read");
        let files = files.iter().map(Path::new).collect();
        needed(&catalogue, files).into_iter().collect()
    }

    #[test]
    fn a_changed_listing_needs_its_parts_program() {
        assert_eq!(needed_for(&["tasks/join/three-fetches.rs"]), ["part-tasks"]);
        assert_eq!(
            needed_for(&["tasks/join/three-fetches.py", "tasks/join/three-fetches.stdout"]),
            [""; 0]
        );
        assert_eq!(needed_for(&["tasks/join/no-such-listing.rs"]), [""; 0]);
        assert!(needed_for(&["Cargo.toml"]).len() > 1);
    }

    #[test]
    fn a_file_that_was_saved_is_noticed_unless_it_is_an_editors() {
        let folder = tempfile::tempdir().expect("a folder for the project");
        let root = folder.path();
        let save =
            |file: &str, text: &str| fs::write(root.join("listings").join(file), text).expect("a file can be written");
        fs::create_dir(root.join("listings")).expect("a folder can be made");
        save("a.rs", "one");
        let programs = Programs(Saved::of(root));
        let digest = programs.0.digest();
        save(".#a.rs", "half");
        assert!(programs.are_current(root));
        save("a.py", "");
        assert!(!programs.are_current(root));
        save("a.rs", "three");
        let now = Saved::of(root);
        assert_eq!(now.changed(&programs.0), ["a.py", "a.rs"].map(Path::new).into());
        assert_ne!(now.digest(), digest);
    }
}
