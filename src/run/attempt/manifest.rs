//! Asks Cargo about a package.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::problem::{Problem, Result};

/// The file that describes a project.
pub const MANIFEST: &str = "Cargo.toml";

/// What `try` needs to know of a package, as `cargo metadata` names it.
#[derive(Debug, Deserialize)]
pub struct Manifest {
    /// The package's name.
    pub name: String,
    /// The package's version.
    pub version: String,
    /// The program that `cargo run` runs, if there are several.
    pub default_run: Option<String>,
    /// Its library, programs and other crates.
    pub targets: Vec<Target>,
    /// What the package needs.
    pub dependencies: Vec<Dependency>,
    features: BTreeMap<String, Vec<String>>,
    manifest_path: PathBuf,
}

/// A crate of a package.
#[derive(Debug, Deserialize)]
pub struct Target {
    /// Its name.
    pub name: String,
    kind: BTreeSet<String>,
    /// The path of its root.
    pub src_path: PathBuf,
    /// The edition of the language.
    pub edition: String,
}

/// A crate that a package needs.
#[derive(Debug, Deserialize)]
pub struct Dependency {
    name: String,
    rename: Option<String>,
    /// `None` unless only tests or build scripts need it.
    kind: Option<String>,
    optional: bool,
    /// Its folder, if it is on this machine.
    pub path: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Manifest>,
}

impl Manifest {
    /// Asks for the package in a folder, which is named without symbolic links.
    ///
    /// # Errors
    /// Fails if Cargo cannot read it, or if there is no package. The error's file is relative to the folder.
    pub fn read(folder: &Path) -> Result<Manifest> {
        let wrong = |message: String| Problem::in_file(MANIFEST, message);
        let file = folder.join(MANIFEST);
        if let Err(error) = fs::metadata(&file) {
            let repair = "`try` needs the folder of a Cargo project, or a file whose name ends in .rs";
            return Err(wrong(format!("cannot be read: {error}. {repair}")));
        }
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args([
            "metadata",
            "--no-deps",
            "--format-version=1",
            "--quiet",
            "--manifest-path",
        ]);
        let output = command.arg(&file).output();
        let output = output.map_err(|error| wrong(format!("cannot start cargo: {error}")))?;
        if !output.status.success() {
            let why = String::from_utf8_lossy(&output.stderr);
            return Err(wrong(format!("cargo cannot read it: {}", why.trim())));
        }
        let metadata = serde_json::from_slice::<Metadata>(&output.stdout);
        let packages = metadata.map_err(|error| wrong(error.to_string()))?.packages;
        let folders = packages
            .iter()
            .filter_map(|package| package.folder().strip_prefix(folder).ok());
        let members: Vec<String> = folders.map(|folder| folder.display().to_string()).collect();
        let own = packages.into_iter().find(|package| package.manifest_path == file);
        own.ok_or_else(|| {
            let members = members.join(", ");
            wrong(format!(
                "describes a workspace; name the folder of one of its packages ({members})"
            ))
        })
    }

    /// The package's folder.
    pub fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(&self.manifest_path)
    }

    /// The library, which may be a procedural macro.
    pub fn library(&self) -> Option<&Target> {
        let kinds = ["lib", "rlib", "dylib", "cdylib", "staticlib", "proc-macro"];
        self.targets
            .iter()
            .find(|target| kinds.iter().any(|kind| target.is(kind)))
    }

    /// The features that are on unless somebody says otherwise.
    pub fn default_features(&self) -> Vec<String> {
        let (mut on, mut next) = (BTreeSet::new(), vec!["default"]);
        while let Some(name) = next.pop() {
            if let Some(others) = self.features.get(name)
                && on.insert(name.to_owned())
            {
                next.extend(others.iter().map(String::as_str));
            }
        }
        on.into_iter().collect()
    }
}

impl Target {
    /// Whether it is of this kind: `bin`, `proc-macro`, `custom-build` or another one that Cargo knows.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.contains(kind)
    }
}

impl Dependency {
    /// The name that the package uses.
    pub fn name(&self) -> &str {
        self.rename.as_deref().unwrap_or(&self.name)
    }

    /// Whether the package uses another name than the crate's own.
    pub fn is_renamed(&self) -> bool {
        self.name() != self.name
    }

    /// Whether the package always needs it.
    pub fn is_needed(&self) -> bool {
        self.kind.is_none() && !self.optional
    }
}
