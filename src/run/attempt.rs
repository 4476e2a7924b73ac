//! Programs that readers wrote: `cargo run try FILE` builds one as a crate of its own, and runs it on the stage or on plain Tokio.
//!
//! rustc is called without Cargo in between, with the libraries that Cargo has built for the package `async-lessons-attempt`: so nothing
//! is compiled twice, and no network and no lock file are needed. All that is written goes into a folder of `target/try`.

// The floors, from the ground up.
mod crates;
mod mirror;
mod package;

mod compile;
mod events;
mod remarks;

use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::problem::{Problem, Result, problem};

pub use compile::{Built, Kind, build};
pub use events::{Change, Recording, record};
pub use package::Package;
pub use remarks::{asks_for_workers, remarks};

/// A file or a folder that holds a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The path as it was given, for messages.
    pub shown: PathBuf,
    /// The folder that holds all of the program's files, without symbolic links.
    folder: PathBuf,
    /// The same folder as messages name it; empty for the working directory.
    shown_folder: PathBuf,
    /// What to compile, with paths in that folder.
    package: Package,
    /// Where everything is written that belongs to the program.
    place: PathBuf,
}

impl Attempt {
    /// Finds the program at a path: a Rust file, or the folder of a Cargo project.
    ///
    /// # Errors
    /// Fails if there is none, and says why.
    pub fn find(root: &Path, path: &Path) -> Result<Attempt> {
        let here = path
            .canonicalize()
            .map_err(|error| Problem::in_file(path.to_string_lossy(), format!("cannot be read: {error}")))?;
        let (folder, shown_folder, package) = if here.is_dir() {
            let package = Package::read(&here).map_err(|problem| Problem {
                file: path.join(&problem.file).to_string_lossy().into_owned(),
                ..problem
            })?;
            (here.clone(), path.to_owned(), package)
        } else {
            let package = here
                .file_name()
                .filter(|_| here.extension().is_some_and(|extension| extension == "rs"))
                .and_then(|name| Package::of_file(Path::new(name)));
            let package = package.ok_or_else(|| {
                problem!(
                    "{} is no Rust program: `try` takes a file whose name ends in .rs, or the folder of a Cargo project",
                    path.display()
                )
            })?;
            let parent = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
            (parent(&here), parent(path), package)
        };
        let mut hasher = DefaultHasher::new();
        // The compiled program holds the path as it was given, and as seen from here.
        (&here, path, env::current_dir().ok()).hash(&mut hasher);
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let place = root
            .join("target/try")
            .join(format!("{}-{:016x}", package.name, hasher.finish()));
        Ok(Attempt {
            shown: path.to_owned(),
            folder,
            shown_folder,
            package,
            place,
        })
    }

    /// The root of the program.
    pub fn main(&self) -> PathBuf {
        self.folder.join(&self.package.main)
    }

    /// The file in which a page about the program is kept.
    pub fn page(&self) -> PathBuf {
        self.place.join("page.html")
    }
}
