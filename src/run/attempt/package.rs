//! What Cargo would read about a program: its targets, its edition and the crates that it uses.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Value;

use super::crates;
use crate::problem::{Problem, Result};

/// A program, as Cargo.toml describes it, or a file alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The crate's name, with underscores.
    pub name: String,
    /// The edition of the language.
    pub edition: String,
    /// The root of the library, from the package's folder.
    pub library: Option<PathBuf>,
    /// The root of the program, from the package's folder.
    pub main: PathBuf,
    /// The package's version; empty for a file alone.
    pub version: String,
}

/// The file that describes a project.
const MANIFEST: &str = "Cargo.toml";

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Manifest {
    package: Option<About>,
    lib: Option<Target>,
    #[serde(default)]
    bin: Vec<Target>,
    #[serde(default)]
    dependencies: BTreeMap<String, Value>,
    #[serde(default)]
    dev_dependencies: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct About {
    name: String,
    #[serde(default)]
    edition: Option<Value>,
    #[serde(default)]
    version: Option<Value>,
    default_run: Option<String>,
}

#[derive(Deserialize)]
struct Target {
    name: Option<String>,
    path: Option<PathBuf>,
}

impl Package {
    /// The package of a file alone; `None` if its name cannot be read.
    pub fn of_file(file: &Path) -> Option<Package> {
        Some(Package {
            name: identifier(file.file_stem()?.to_str()?),
            edition: "2024".into(),
            library: None,
            main: file.to_owned(),
            version: String::new(),
        })
    }

    /// Reads the project in a folder.
    ///
    /// # Errors
    /// Fails if the folder is no project, or one that cannot run on the stage. The error's file is relative to the folder.
    pub fn read(folder: &Path) -> Result<Package> {
        let wrong = |message: String| Problem::in_file(MANIFEST, message);
        let text = fs::read_to_string(folder.join(MANIFEST)).map_err(|error| {
            let repair = "`try` needs the folder of a Cargo project, or a file whose name ends in .rs";
            wrong(format!("cannot be read: {error}. {repair}"))
        })?;
        let manifest: Manifest = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        let Some(about) = &manifest.package else {
            return Err(wrong(
                "describes a workspace; name the folder of one of its packages".into(),
            ));
        };
        let used = manifest.dependencies.iter().chain(&manifest.dev_dependencies);
        let unknown = used
            .filter(|(name, value)| name.as_str() != value_of(value, "package").unwrap_or(name) || !crates::has(name))
            .map(|(name, _)| name.as_str());
        let unknown: Vec<&str> = unknown.collect();
        if !unknown.is_empty() {
            return Err(wrong(crates::refusal(&unknown)));
        }
        if folder.join("build.rs").is_file() {
            return Err(wrong(
                "the package has a build script, build.rs, which `try` does not run".into(),
            ));
        }
        let library = manifest.lib.as_ref().and_then(|library| library.path.clone());
        let library = library.unwrap_or_else(|| "src/lib.rs".into());
        Ok(Package {
            name: identifier(&about.name),
            edition: about
                .edition
                .as_ref()
                .map_or("2015", |edition| edition.as_str().unwrap_or("2024"))
                .into(),
            library: folder.join(&library).is_file().then_some(library),
            main: main(folder, &manifest, about).map_err(wrong)?,
            version: about.version.as_ref().and_then(Value::as_str).unwrap_or("0.0.0").into(),
        })
    }
}

/// The text under a key of a dependency's table.
fn value_of<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

/// The root of the program that `cargo run` would run.
fn main(folder: &Path, manifest: &Manifest, about: &About) -> Result<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut add = |name: &str, path: PathBuf| {
        if folder.join(&path).is_file() {
            found.entry(path).or_insert_with(|| name.to_owned());
        }
    };
    for target in &manifest.bin {
        let name = target.name.as_deref().unwrap_or(&about.name);
        let usual = || Path::new("src/bin").join(format!("{name}.rs"));
        add(name, target.path.clone().unwrap_or_else(usual));
    }
    add(&about.name, "src/main.rs".into());
    for entry in fs::read_dir(folder.join("src/bin")).into_iter().flatten().flatten() {
        let (path, file) = (Path::new("src/bin").join(entry.file_name()), entry.path());
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        match file.is_dir() {
            true => add(&name, path.join("main.rs")),
            false if file.extension().is_some_and(|extension| extension == "rs") => add(&name, path),
            false => {}
        }
    }
    let wanted = about.default_run.as_ref();
    let names: Vec<String> = found.values().cloned().collect();
    let mut chosen = found
        .into_iter()
        .filter(|(_, name)| wanted.is_none_or(|wanted| wanted == name));
    match (chosen.next(), chosen.next()) {
        (Some((path, _)), None) => Ok(path),
        (None, _) => Err("the package has no program: neither src/main.rs nor a file in src/bin/".into()),
        _ => Err(format!(
            "the package has several programs: {}. Name one: `default-run` under `[package]`, or `try` its file",
            names.join(", ")
        )),
    }
}

/// A name as that of a crate: letters, digits and underscores.
fn identifier(name: &str) -> String {
    let valid = |character: char| if character.is_alphanumeric() { character } else { '_' };
    let name: String = name.chars().map(valid).collect();
    match name.starts_with(|first: char| first.is_ascii_digit()) || name.is_empty() {
        true => format!("_{name}"),
        false => name,
    }
}
