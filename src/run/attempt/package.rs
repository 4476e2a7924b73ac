//! What Cargo would read about a program: its crates, their editions and features, and the crates that they use.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::crates;
use super::manifest::{Dependency, MANIFEST, Manifest};
use crate::problem::{Problem, Result};

/// A crate of a reader's own, which rustc compiles.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Crate {
    /// Its name, with underscores.
    pub name: String,
    /// The edition of the language.
    pub edition: String,
    /// The package's version; empty for a file alone.
    pub version: String,
    /// The features that are on.
    pub features: Vec<String>,
    /// The package's folder, without symbolic links.
    pub folder: PathBuf,
    /// Its root, from that folder.
    pub root: PathBuf,
    /// The reader's own libraries that it uses: the names that it knows them by, and their places in the list of crates.
    pub uses: Vec<(String, usize)>,
}

/// The crates of a program in the order in which they are compiled. The last one is the program.
pub type Crates = Vec<Crate>;

/// The crate of a file that belongs to no project; `None` if its name cannot be read.
pub fn file_alone(file: &Path) -> Option<Crate> {
    Some(Crate {
        name: identifier(file.file_stem()?.to_str()?),
        edition: "2024".into(),
        version: String::new(),
        features: Vec::new(),
        folder: file.parent()?.to_owned(),
        root: file.file_name()?.into(),
        uses: Vec::new(),
    })
}

/// The program of the project in a folder: the one that `cargo run` would run, or else its library, which may have tests.
///
/// # Errors
/// Fails if the folder is no project, or one that cannot run on the stage. The error's file is relative to the folder.
pub fn project(folder: &Path) -> Result<Crates> {
    let manifest = Manifest::read(folder)?;
    let mut crates = Crates::new();
    let library = add_library(&mut crates, &manifest, &mut Vec::new())?;
    let main = program(&manifest).map_err(|message| Problem::in_file(MANIFEST, message))?;
    match (main, library) {
        (Some(root), library) => add_program(&mut crates, &manifest, root, library)?,
        (None, Some(_)) => {}
        (None, None) => {
            let message = "the package has no program: neither src/main.rs nor a file in src/bin/";
            return Err(Problem::in_file(MANIFEST, message));
        }
    }
    Ok(crates)
}

/// The crates of a project of which a file is a root that Cargo finds by itself: a program, an example or a test. `None` if it is the root
/// of no project.
///
/// # Errors
/// Fails if the project cannot run on the stage. The error's file is an absolute path.
pub fn of_root(file: &Path) -> Result<Option<Crates>> {
    let Some(folder) = file.ancestors().skip(1).find(|folder| folder.join(MANIFEST).is_file()) else {
        return Ok(None);
    };
    let Some(root) = file.strip_prefix(folder).ok().filter(|root| is_usual(root)) else {
        return Ok(None);
    };
    let in_folder = |problem: Problem| Problem {
        file: folder.join(&problem.file).to_string_lossy().into_owned(),
        ..problem
    };
    let manifest = Manifest::read(folder).map_err(in_folder)?;
    let mut crates = Crates::new();
    let library = add_library(&mut crates, &manifest, &mut Vec::new()).map_err(in_folder)?;
    if library.is_none_or(|library| crates[library].root != root) {
        add_program(&mut crates, &manifest, root.to_owned(), library).map_err(in_folder)?;
    }
    Ok(Some(crates))
}

/// Whether Cargo takes a path in a package for the root of a crate.
fn is_usual(root: &Path) -> bool {
    let names: Vec<&str> = root.iter().filter_map(|name| name.to_str()).collect();
    matches!(
        names.as_slice(),
        ["src", "main.rs" | "lib.rs"]
            | ["src", "bin", _]
            | ["examples" | "tests" | "benches", _]
            | ["src", "bin", _, "main.rs"]
            | ["examples" | "tests" | "benches", _, "main.rs"]
    )
}

/// Adds a package's library, and before it those that it uses; returns its place, or `None` if there is none. `open` are the folders of
/// the packages that are being added.
fn add_library(crates: &mut Crates, manifest: &Manifest, open: &mut Vec<PathBuf>) -> Result<Option<usize>> {
    let wrong = |message: String| Err(Problem::in_file(MANIFEST, message));
    let root = manifest.library.path.clone().unwrap_or_else(|| "src/lib.rs".into());
    if !manifest.folder.join(&root).is_file() {
        return Ok(None);
    }
    if let Some(known) = crates
        .iter()
        .position(|known| known.folder == manifest.folder && known.root == root)
    {
        return Ok(Some(known));
    }
    if manifest.library.is_macro() {
        return wrong(format!(
            "`{}` is a procedural macro, which `try` does not build",
            manifest.name
        ));
    }
    if open.contains(&manifest.folder) {
        return wrong(format!("`{}` depends on itself", manifest.name));
    }
    open.push(manifest.folder.clone());
    let uses = uses(crates, manifest, open)?;
    open.pop();
    let name = manifest.library.name.as_ref().unwrap_or(&manifest.name);
    crates.push(one(manifest, identifier(name), root, uses));
    Ok(Some(crates.len() - 1))
}

/// Adds a package's program, which may use the package's library.
fn add_program(crates: &mut Crates, manifest: &Manifest, root: PathBuf, library: Option<usize>) -> Result<()> {
    let mut uses = uses(crates, manifest, &mut Vec::new())?;
    uses.extend(library.map(|library| (crates[library].name.clone(), library)));
    crates.push(one(manifest, identifier(&manifest.name), root, uses));
    Ok(())
}

fn one(manifest: &Manifest, name: String, root: PathBuf, uses: Vec<(String, usize)>) -> Crate {
    Crate {
        name,
        edition: manifest.edition.clone(),
        version: manifest.version.clone(),
        features: manifest.default_features(),
        folder: manifest.folder.clone(),
        root,
        uses,
    }
}

/// Adds the libraries that a package names by their paths.
fn uses(crates: &mut Crates, manifest: &Manifest, open: &mut Vec<PathBuf>) -> Result<Vec<(String, usize)>> {
    if manifest.folder.join("build.rs").is_file() {
        let message = "the package has a build script, build.rs, which `try` does not run";
        return Err(Problem::in_file(MANIFEST, message));
    }
    let is_unknown = |dependency: &&Dependency| {
        dependency.path.is_none() && (dependency.name != dependency.package || !crates::has(&dependency.name))
    };
    let unknown: Vec<&str> = manifest
        .dependencies
        .iter()
        .filter(is_unknown)
        .map(|dependency| dependency.name.as_str())
        .collect();
    if !unknown.is_empty() {
        return Err(Problem::in_file(MANIFEST, crates::refusal(&unknown)));
    }
    let mut uses = Vec::new();
    for dependency in &manifest.dependencies {
        let Some(path) = &dependency.path else { continue };
        let wrong =
            |problem: Problem| Problem::in_file(MANIFEST, format!("the dependency `{}`: {problem}", dependency.name));
        let other = dunce::canonicalize(path)
            .map_err(|error| Problem::in_file(path.to_string_lossy(), format!("cannot be read: {error}")))
            .and_then(|folder| Manifest::read(&folder))
            .map_err(wrong)?;
        let library = add_library(crates, &other, open).map_err(wrong)?;
        let library = library.ok_or_else(|| wrong(Problem::from("the package has no library")))?;
        uses.push((identifier(&dependency.name), library));
    }
    Ok(uses)
}

/// The root of the program that `cargo run` would run, if there is one.
fn program(manifest: &Manifest) -> Result<Option<PathBuf>, String> {
    let folder = &manifest.folder;
    let mut found = BTreeMap::new();
    let mut add = |name: &str, path: PathBuf| {
        if folder.join(&path).is_file() {
            found.entry(path).or_insert_with(|| name.to_owned());
        }
    };
    for target in &manifest.programs {
        let name = target.name.as_ref().unwrap_or(&manifest.name);
        let usual = || Path::new("src/bin").join(format!("{name}.rs"));
        add(name, target.path.clone().unwrap_or_else(usual));
    }
    add(&manifest.name, "src/main.rs".into());
    for entry in fs::read_dir(folder.join("src/bin")).into_iter().flatten().flatten() {
        let (path, file) = (Path::new("src/bin").join(entry.file_name()), entry.path());
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        match file.is_dir() {
            true => add(&name, path.join("main.rs")),
            false if file.extension().is_some_and(|extension| extension == "rs") => add(&name, path),
            false => {}
        }
    }
    let names: Vec<String> = found.values().cloned().collect();
    let wanted = manifest.default_run.as_ref();
    let mut chosen = found
        .into_iter()
        .filter(|(_, name)| wanted.is_none_or(|wanted| wanted == name));
    match (chosen.next(), chosen.next()) {
        (one, None) => Ok(one.map(|(path, _)| path)),
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
