//! What Cargo would read about a program: its crates, their editions and features, and the crates that they use.

use std::path::{Path, PathBuf};

use super::crates;
use super::manifest::{Dependency, MANIFEST, Manifest, Target};
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
        (Some(target), library) => add_program(&mut crates, &manifest, target, library)?,
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
    if !file.strip_prefix(folder).is_ok_and(is_usual) {
        return Ok(None);
    }
    let in_folder = |problem: Problem| Problem {
        file: folder.join(&problem.file).to_string_lossy().into_owned(),
        ..problem
    };
    let manifest = Manifest::read(folder).map_err(in_folder)?;
    let mut crates = Crates::new();
    let Some(target) = manifest.targets.iter().find(|target| target.src_path == file) else {
        return Ok(None);
    };
    let library = add_library(&mut crates, &manifest, &mut Vec::new()).map_err(in_folder)?;
    if manifest.library().is_none_or(|library| library.src_path != file) {
        add_program(&mut crates, &manifest, target, library).map_err(in_folder)?;
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
    let Some(target) = manifest.library() else {
        return Ok(None);
    };
    let folder = manifest.folder().to_owned();
    if let Some(known) = crates
        .iter()
        .position(|known| known.folder.join(&known.root) == target.src_path)
    {
        return Ok(Some(known));
    }
    if target.is("proc-macro") {
        return wrong(format!(
            "`{}` is a procedural macro, which `try` does not build",
            manifest.name
        ));
    }
    if open.contains(&folder) {
        return wrong(format!("`{}` depends on itself", manifest.name));
    }
    open.push(folder);
    let uses = uses(crates, manifest, open)?;
    open.pop();
    crates.push(one(manifest, &target.name, target, uses)?);
    Ok(Some(crates.len() - 1))
}

/// Adds a package's program, which may use the package's library.
fn add_program(crates: &mut Crates, manifest: &Manifest, target: &Target, library: Option<usize>) -> Result<()> {
    let mut uses = uses(crates, manifest, &mut Vec::new())?;
    uses.extend(library.map(|library| (crates[library].name.clone(), library)));
    crates.push(one(manifest, &manifest.name, target, uses)?);
    Ok(())
}

fn one(manifest: &Manifest, name: &str, target: &Target, uses: Vec<(String, usize)>) -> Result<Crate> {
    let root = target.src_path.strip_prefix(manifest.folder()).map_err(|_| {
        let message = format!("{} is outside of the package's folder", target.src_path.display());
        Problem::in_file(MANIFEST, message)
    })?;
    Ok(Crate {
        name: identifier(name),
        edition: target.edition.clone(),
        version: manifest.version.clone(),
        features: manifest.default_features(),
        folder: manifest.folder().to_owned(),
        root: root.to_owned(),
        uses,
    })
}

/// Adds the libraries that a package names by their paths.
fn uses(crates: &mut Crates, manifest: &Manifest, open: &mut Vec<PathBuf>) -> Result<Vec<(String, usize)>> {
    if manifest.targets.iter().any(|target| target.is("custom-build")) {
        let message = "the package has a build script, which `try` does not run";
        return Err(Problem::in_file(MANIFEST, message));
    }
    let is_unknown = |dependency: &&Dependency| {
        dependency.path.is_none() && (dependency.is_renamed() || !crates::has(dependency.name()))
    };
    let needed = || manifest.dependencies.iter().filter(|dependency| dependency.is_needed());
    let unknown: Vec<&str> = needed().filter(is_unknown).map(Dependency::name).collect();
    if !unknown.is_empty() {
        return Err(Problem::in_file(MANIFEST, crates::refusal(&unknown)));
    }
    let mut uses = Vec::new();
    for dependency in needed() {
        let Some(path) = &dependency.path else { continue };
        let wrong =
            |problem: Problem| Problem::in_file(MANIFEST, format!("the dependency `{}`: {problem}", dependency.name()));
        let other = dunce::canonicalize(path)
            .map_err(|error| Problem::in_file(path.to_string_lossy(), format!("cannot be read: {error}")))
            .and_then(|folder| Manifest::read(&folder))
            .map_err(wrong)?;
        let library = add_library(crates, &other, open).map_err(wrong)?;
        let library = library.ok_or_else(|| wrong(Problem::from("the package has no library")))?;
        uses.push((identifier(dependency.name()), library));
    }
    Ok(uses)
}

/// The program that `cargo run` would run, if there is one.
fn program(manifest: &Manifest) -> Result<Option<&Target>, String> {
    let programs: Vec<&Target> = manifest.targets.iter().filter(|target| target.is("bin")).collect();
    let is_wanted = |program: &&&Target| manifest.default_run.as_ref().is_none_or(|name| program.name == *name);
    let mut chosen = programs.iter().filter(is_wanted);
    match (chosen.next(), chosen.next()) {
        (one, None) => Ok(one.copied()),
        _ => {
            let names: Vec<&str> = programs.iter().map(|program| program.name.as_str()).collect();
            Err(format!(
                "the package has several programs: {}. Name one: `default-run` under `[package]`, or `try` its file",
                names.join(", ")
            ))
        }
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
