//! The crates that a reader's program may use: the dependencies of the package `async-lessons-attempt`.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::problem::{Result, problem};
use crate::run::programs::{artifacts, cargo};
use crate::terminal;

/// The manifest whose dependencies a program may use.
const MANIFEST: &str = include_str!("../../../attempt/Cargo.toml");

/// The name that a program uses for each library, and the library's own name.
static KNOWN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let manifest: toml::Table = MANIFEST.parse().expect("the manifest is TOML");
    let dependencies = manifest["dependencies"].as_table().expect("a table of dependencies");
    let known = dependencies.iter().map(|(name, value)| {
        let library = value.get("package").and_then(toml::Value::as_str).unwrap_or(name);
        (name.replace('-', "_"), library.replace('-', "_"))
    });
    known.collect()
});

/// Whether programs may use the crate of this name.
pub fn has(name: &str) -> bool {
    KNOWN.contains_key(&name.replace('-', "_"))
}

/// Says that crates of these names are not there.
pub fn refusal(unknown: &[&str]) -> String {
    let known: Vec<&str> = KNOWN.keys().map(String::as_str).filter(|name| *name != "std").collect();
    let (word, them) = if unknown.len() == 1 {
        ("crate", "it")
    } else {
        ("crates", "them")
    };
    format!(
        "`try` does not have the {word} {}; run the program with Cargo, or do without {them}. `try` has {}",
        unknown.join(", "),
        known.join(", ")
    )
}

/// How long Cargo may take before somebody is told why, in real time.
const PATIENCE: Duration = Duration::from_secs(3);

/// Lets Cargo work. Tells the reader what for, if it takes long.
fn told_if_slow<T>(work: impl FnOnce() -> T) -> T {
    thread::scope(|scope| {
        let (done, is_done) = mpsc::channel::<()>();
        scope.spawn(move || {
            if is_done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                terminal::note(
                    &"building the stage, and the crates that programs may use: once, and it may take a minute",
                );
            }
        });
        let result = work();
        drop(done);
        result
    })
}

/// The libraries, built.
pub struct Crates {
    /// The libraries' files, by their own names.
    files: BTreeMap<String, PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Crates {
    /// Lets Cargo build the libraries that are not built yet. Its messages go to standard error.
    ///
    /// # Errors
    /// Fails if Cargo cannot be started, or if a library does not compile.
    pub fn build(root: &Path) -> Result<Crates> {
        let mut command = cargo(root);
        command.args(["build", "--quiet", "--locked", "--package", "async-lessons-attempt"]);
        let (mut files, mut folders) = (BTreeMap::new(), BTreeSet::new());
        for message in told_if_slow(|| artifacts(&mut command))? {
            let names = message["filenames"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            let is_linked = |file: &&str| file.ends_with(".rlib") || file.ends_with(env::consts::DLL_SUFFIX);
            let mut names = names.filter(is_linked);
            folders.extend(
                names
                    .clone()
                    .filter_map(|file| Some(Path::new(file).parent()?.to_owned())),
            );
            let library = names.find(|file| file.ends_with(".rlib"));
            if let (Some(name), Some(file)) = (message["target"]["name"].as_str(), library) {
                files.insert(name.replace('-', "_"), file.into());
            }
        }
        Ok(Crates { files, folders })
    }

    /// The names under which a program uses the libraries, and their files: the stage's, or the original ones.
    ///
    /// # Errors
    /// Fails if a library was not built.
    pub fn externs(&self, on_stage: bool) -> Result<Vec<(&str, &Path)>> {
        let wanted = KNOWN.iter().filter(|(name, _)| on_stage || *name != "std");
        wanted
            .map(|(name, library)| {
                // There is no original of the stage's `trpl`, which passes everything straight through in real time.
                let original = on_stage || name == "trpl";
                let library = if original { library } else { name };
                match self.files.get(library) {
                    Some(file) => Ok((name.as_str(), file.as_path())),
                    None => Err(problem!("cargo did not say where it has built {library}")),
                }
            })
            .collect()
    }

    /// The folders of all libraries. Macros may have another one.
    pub fn folders(&self) -> BTreeSet<&Path> {
        self.folders.iter().map(PathBuf::as_path).collect()
    }
}
