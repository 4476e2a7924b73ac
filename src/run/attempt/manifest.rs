//! Reads a Cargo.toml, with what it takes from its workspace.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::{Table, Value};

use crate::problem::{Problem, Result};

/// The file that describes a project.
pub const MANIFEST: &str = "Cargo.toml";

/// What `try` needs to know of a package.
#[derive(Debug)]
pub struct Manifest {
    /// The folder, without symbolic links.
    pub folder: PathBuf,
    /// The package's name.
    pub name: String,
    /// The edition of the language.
    pub edition: String,
    /// The package's version.
    pub version: String,
    /// The program that `cargo run` runs, if there are several.
    pub default_run: Option<String>,
    /// What is said of the library.
    pub library: Target,
    /// What is said of programs.
    pub programs: Vec<Target>,
    /// What the package always needs.
    pub dependencies: Vec<Dependency>,
    features: BTreeMap<String, Vec<String>>,
}

/// A target's table.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Target {
    /// Its name.
    pub name: Option<String>,
    /// Its root, from the package's folder.
    pub path: Option<PathBuf>,
    proc_macro: Option<bool>,
}

impl Target {
    /// Whether it is a procedural macro.
    pub fn is_macro(&self) -> bool {
        self.proc_macro == Some(true)
    }
}

/// A crate that a package needs.
#[derive(Debug)]
pub struct Dependency {
    /// The name that the package uses.
    pub name: String,
    /// The crate's own name.
    pub package: String,
    /// Its folder, if it is on this machine.
    pub path: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Written {
    package: Option<About>,
    #[serde(default)]
    workspace: Workspace,
    #[serde(default)]
    lib: Target,
    #[serde(default)]
    bin: Vec<Target>,
    #[serde(default)]
    dependencies: Table,
    #[serde(default)]
    features: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
struct Workspace {
    #[serde(default)]
    members: Vec<String>,
    #[serde(default)]
    package: Table,
    #[serde(default)]
    dependencies: Table,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct About {
    name: String,
    edition: Option<Value>,
    version: Option<Value>,
    default_run: Option<String>,
}

impl Manifest {
    /// Reads the manifest in a folder.
    ///
    /// # Errors
    /// Fails if it cannot be read, or describes no package. The error's file is relative to the folder.
    pub fn read(folder: &Path) -> Result<Manifest> {
        let wrong = |message: String| Problem::in_file(MANIFEST, message);
        let text = fs::read_to_string(folder.join(MANIFEST)).map_err(|error| {
            let repair = "`try` needs the folder of a Cargo project, or a file whose name ends in .rs";
            wrong(format!("cannot be read: {error}. {repair}"))
        })?;
        let written: Written = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        let Some(about) = written.package else {
            let members = written.workspace.members.join(", ");
            return Err(wrong(format!(
                "describes a workspace; name the folder of one of its packages ({members})"
            )));
        };
        let (root, workspace) = workspace_of(folder);
        let shared = |value: Option<Value>, key: &str, usual: &str| match value {
            Some(Value::String(text)) => text,
            Some(_) => workspace
                .package
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or(usual)
                .to_owned(),
            None => usual.to_owned(),
        };
        let needed = written.dependencies.iter().filter_map(|(name, value)| {
            let is_shared = value.get("workspace").is_some();
            let (folder, about) = match workspace.dependencies.get(name).filter(|_| is_shared) {
                Some(shared) => (root.as_path(), shared),
                None => (folder, value),
            };
            let text = |key: &str| about.get(key).and_then(Value::as_str);
            // An optional one is needed only with a feature.
            (value.get("optional").and_then(Value::as_bool) != Some(true)).then(|| Dependency {
                name: name.clone(),
                package: text("package").unwrap_or(name).to_owned(),
                path: text("path").map(|path| folder.join(path)),
            })
        });
        Ok(Manifest {
            folder: folder.to_owned(),
            edition: shared(about.edition, "edition", "2015"),
            version: shared(about.version, "version", "0.0.0"),
            name: about.name,
            default_run: about.default_run,
            library: written.lib,
            programs: written.bin,
            dependencies: needed.collect(),
            features: written.features,
        })
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

/// The workspace to which a folder's package belongs, and its folder. Without one it shares nothing.
fn workspace_of(folder: &Path) -> (PathBuf, Workspace) {
    let workspace = |folder: &Path| {
        let text = fs::read_to_string(folder.join(MANIFEST)).ok()?;
        let table: Table = text.parse().ok()?;
        let workspace = table.get("workspace")?.clone();
        Some((folder.to_owned(), workspace.try_into().ok()?))
    };
    folder
        .ancestors()
        .find_map(workspace)
        .unwrap_or_else(|| (folder.to_owned(), Workspace::default()))
}
