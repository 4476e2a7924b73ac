//! The crates that a reader's program may use: the dependencies of the package `async-lessons-attempt`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::LazyLock;

use serde_json::Value;

use crate::problem::{Problem, Result, problem};
use crate::run::programs::cargo;

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

/// The libraries, built.
pub struct Crates {
    /// The libraries' files, by their own names.
    files: BTreeMap<String, PathBuf>,
}

impl Crates {
    /// Lets Cargo build the libraries that are not built yet. Its messages go to standard error.
    ///
    /// # Errors
    /// Fails if Cargo cannot be started, or if a library does not compile.
    pub fn build(root: &Path) -> Result<Crates> {
        let mut command = cargo(root);
        command.args(["build", "--quiet", "--locked", "--package", "async-lessons-attempt"]);
        command.arg("--message-format=json-render-diagnostics");
        command.stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = command
            .output()
            .map_err(|error| problem!("cannot start cargo: {error}"))?;
        if !output.status.success() {
            return Err(Problem::from(
                "cargo could not build the stage; its messages above say why",
            ));
        }
        let messages = output.stdout.split(|byte| *byte == b'\n');
        let mut files = BTreeMap::new();
        for message in messages.filter_map(|line| serde_json::from_slice::<Value>(line).ok()) {
            let names = message["filenames"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            let library = names.into_iter().find(|file| file.ends_with(".rlib"));
            if let (Some(name), Some(file)) = (message["target"]["name"].as_str(), library) {
                files.insert(name.replace('-', "_"), file.into());
            }
        }
        Ok(Crates { files })
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

    /// The folder of the libraries that these use.
    pub fn folder(&self) -> Option<&Path> {
        self.files.values().next()?.parent()
    }
}
