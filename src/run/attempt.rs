//! Programs that readers wrote: `cargo run try FILE` builds one as a crate of its own, and runs it on the stage or on plain Tokio.
//!
//! rustc is called without Cargo in between, with the libraries that Cargo has built for the package `async-lessons-attempt`: so nothing
//! is compiled twice, and no network and no lock file are needed. All that is written goes into a folder of `target/try`.

// The floors, from the ground up.
mod crates;
mod manifest;
mod mirror;
mod package;
mod report;
mod stamp;

mod compile;
mod events;
mod remarks;

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::problem::{Problem, Result, problem};

pub use compile::{Built, Kind, build};
pub use events::{Change, Recording, record, run_apart};
pub use remarks::{asks_for_workers, remarks};

/// A file or a folder that holds a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The path as it was given, for messages.
    pub shown: PathBuf,
    /// The program's folder as messages name it; empty for the working directory.
    shown_folder: PathBuf,
    /// What to compile.
    crates: package::Crates,
    /// Where everything is written that belongs to the program.
    place: PathBuf,
}

impl Attempt {
    /// Finds the program at a path: a Rust file, or the folder of a Cargo project.
    ///
    /// # Errors
    /// Fails if there is none, and says why.
    pub fn find(root: &Path, path: &Path) -> Result<Attempt> {
        let here = dunce::canonicalize(path)
            .map_err(|error| Problem::in_file(path.to_string_lossy(), format!("cannot be read: {error}")))?;
        let (shown_folder, crates) = if here.is_dir() {
            let in_folder = |problem: Problem| Problem {
                file: path.join(&problem.file).to_string_lossy().into_owned(),
                ..problem
            };
            (path.to_owned(), package::project(&here).map_err(in_folder)?)
        } else {
            in_file(path, &here)?
        };
        let mut hasher = DefaultHasher::new();
        // The compiled program holds the path as it was given, and as seen from here.
        (&here, path, env::current_dir().ok()).hash(&mut hasher);
        let root = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let attempt = Attempt {
            shown: path.to_owned(),
            shown_folder,
            crates,
            place: root.join("target/try"),
        };
        let name = format!("{}-{:016x}", attempt.program().name, hasher.finish());
        Ok(Attempt {
            place: attempt.place.join(name),
            ..attempt
        })
    }

    /// The crate of the program.
    fn program(&self) -> &package::Crate {
        self.crates.last().expect("there is a program")
    }

    /// The files of which a change may change the program: the Rust files beside the roots of its crates, and in a project those in the
    /// folders below, too.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for one in &self.crates {
            let root = one.folder.join(&one.root);
            add_sources(
                root.parent().unwrap_or(&one.folder),
                !one.version.is_empty(),
                &mut files,
            );
        }
        files
    }

    /// What has tests in the program's package: its library, if it has one, and the program itself.
    pub fn tested(&self) -> Vec<Attempt> {
        let is_own = |one: &package::Crate| one.folder == self.program().folder;
        let upto = |end: usize| Attempt {
            crates: self.crates[..=end].to_vec(),
            ..self.clone()
        };
        let own = self.crates.iter().enumerate().filter(|(_, one)| is_own(one));
        own.map(|(end, _)| upto(end)).collect()
    }

    /// The file in which a page about the program is kept.
    pub fn page(&self) -> PathBuf {
        self.place.join("page.html")
    }
}

/// The program in a file, and its folder as messages name it. `here` is the file's path without symbolic links.
fn in_file(path: &Path, here: &Path) -> Result<(PathBuf, package::Crates)> {
    if here.extension().is_none_or(|extension| extension != "rs") {
        return Err(problem!(
            "{} is no Rust program: `try` takes a file whose name ends in .rs, or the folder of a Cargo project",
            path.display()
        ));
    }
    if let Some(crates) = package::of_root(here)? {
        let program = crates.last().expect("there is a program");
        let shown = path.ancestors().nth(program.root.iter().count());
        let shown = shown.filter(|_| path.ends_with(&program.root));
        return Ok((shown.unwrap_or(&program.folder).to_owned(), crates));
    }
    let alone =
        package::file_alone(here).ok_or_else(|| problem!("{}: its name is not UTF-8; rename it", path.display()))?;
    Ok((path.parent().map(Path::to_owned).unwrap_or_default(), vec![alone]))
}

fn add_sources(folder: &Path, and_below: bool, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if and_below && path.is_dir() {
            add_sources(&path, and_below, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
