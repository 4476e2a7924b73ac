//! What the book consists of: parts, chapters and listings, in the order of the book.
//!
//! Parts and chapters come from `book/SUMMARY.md`, listings from `listings/Cargo.toml`; that both agree with the files is
//! proved by [`checks`](crate::checks).

pub mod chapter;
mod find;
mod manifest;
pub mod parts;
mod summary;

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use stage::EXIT_DEADLOCK;

use crate::problem::Result;

pub use find::{FindError, Selection};
pub use manifest::{Example, Manifest};

/// The whole book.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The folder of `book.toml`.
    pub root: PathBuf,
    /// The pages before the first part, which have no listings of their own.
    pub front: Vec<Chapter>,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// A part of the book: a heading in the table of contents.
#[derive(Clone, Debug)]
pub struct Part {
    /// The folder's name: `tasks`.
    pub slug: String,
    /// As the reader sees it: `One task`.
    pub title: String,
    /// In order.
    pub chapters: Vec<Chapter>,
}

/// A chapter: one page.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The file's name without `.md`: `join`.
    pub slug: String,
    /// As the reader sees it.
    pub title: String,
    /// The page's source, below `book/`: `tasks/join.md`.
    pub path: PathBuf,
    /// In the order in which the page shows them.
    pub listings: Vec<Listing>,
}

/// A listing: a complete program of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The part's slug.
    pub part: String,
    /// The chapter's slug.
    pub chapter: String,
    /// The file's name without its suffixes: `three-fetches`.
    pub stem: String,
    /// What it does, as its file's suffix says.
    pub suffix: Suffix,
}

/// What a listing does, as its file's suffix says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// `.rs`: runs to its end, on either clock.
    Plain,
    /// `.real.rs`: runs to its end, on the real clock only.
    Real,
    /// `.panic.rs`: ends by a panic of `main`.
    Panic,
    /// `.hang.rs`: never ends.
    Hang,
    /// `.fail.rs`: does not compile.
    Fail,
}

impl Suffix {
    /// All suffixes.
    pub const ALL: [Suffix; 5] = [Suffix::Plain, Suffix::Real, Suffix::Panic, Suffix::Hang, Suffix::Fail];

    /// The file's suffix: `.hang.rs`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Suffix::Plain => ".rs",
            Suffix::Real => ".real.rs",
            Suffix::Panic => ".panic.rs",
            Suffix::Hang => ".hang.rs",
            Suffix::Fail => ".fail.rs",
        }
    }

    /// Whether it runs on the virtual clock.
    pub const fn is_virtual(self) -> bool {
        matches!(self, Suffix::Plain | Suffix::Panic | Suffix::Hang)
    }

    /// The exit code with which it ends on the stage when it does what its suffix says; `None` where it does not run.
    pub const fn exit_code(self) -> Option<i32> {
        match self {
            Suffix::Plain | Suffix::Real => Some(0),
            // As the standard library ends a program whose `main` panics.
            Suffix::Panic => Some(101),
            Suffix::Hang => Some(EXIT_DEADLOCK as i32),
            Suffix::Fail => None,
        }
    }

    /// What a reader should know before running it; empty where there is nothing to say.
    pub const fn remark(self) -> &'static str {
        match self {
            Suffix::Plain => "",
            Suffix::Real => "real clock",
            Suffix::Panic => "panics",
            Suffix::Hang => "never ends",
            Suffix::Fail => "does not compile",
        }
    }
}

impl Chapter {
    /// The page's source, seen from the project's root, with `/` between the parts: `book/tasks/join.md`.
    pub fn file(&self) -> String {
        format!("book/{}", self.path.display()).replace('\\', "/")
    }
}

impl Listing {
    /// Reads a path below `listings/`, with `/` between the parts: `tasks/join/three-fetches.rs`.
    ///
    /// `None` when it is not of that form or its suffix is none of the known ones.
    pub fn from_path(path: &str) -> Option<Listing> {
        let [part, chapter, file]: [&str; 3] = path.split('/').collect::<Vec<_>>().try_into().ok()?;
        let (stem, _) = file.split_once('.')?;
        let suffix = Suffix::ALL
            .into_iter()
            .find(|suffix| file[stem.len()..] == *suffix.as_str())?;
        Some(Listing {
            part: part.into(),
            chapter: chapter.into(),
            stem: stem.into(),
            suffix,
        })
    }

    /// `join/three-fetches`: the name by which commands and chapters call it.
    pub fn name(&self) -> String {
        format!("{}/{}", self.chapter, self.stem)
    }

    /// `join-three-fetches`: the name of its Cargo example.
    pub fn example(&self) -> String {
        format!("{}-{}", self.chapter, self.stem)
    }

    /// The source, below `listings/`, with `/` between the parts.
    pub fn path(&self) -> String {
        format!("{}/{}/{}{}", self.part, self.chapter, self.stem, self.suffix.as_str())
    }

    /// The source, seen from the project's root: `listings/tasks/join/three-fetches.rs`.
    pub fn file(&self) -> String {
        format!("listings/{}", self.path())
    }

    /// Its asyncio twin, below `listings/`: whether there is one, the file tells.
    pub fn twin(&self) -> String {
        format!("{}/{}/{}.py", self.part, self.chapter, self.stem)
    }

    /// The snapshot beside the source, below `listings/`; `extension` is `stdout` or `stderr`.
    pub fn snapshot(&self, extension: &str) -> String {
        format!("{}/{}/{}.{extension}", self.part, self.chapter, self.stem)
    }
}

impl fmt::Display for Listing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name())
    }
}

/// Names another project's folder in the environment; the tests use it for broken ones.
pub const ROOT: &str = "LESSONS_ROOT";

/// The folder of the project that this program works on.
pub fn root() -> PathBuf {
    env::var_os(ROOT).map_or_else(home, PathBuf::from)
}

/// The folder of the project that this program belongs to.
pub fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Catalogue {
    /// Reads the catalogue of the project in `root`.
    ///
    /// # Errors
    /// A file cannot be read, or is not of the expected form.
    pub fn load(root: &Path) -> Result<Catalogue> {
        let (front, mut parts) = summary::read(root)?;
        for example in Manifest::read(root)?.examples {
            let Some(listing) = Listing::from_path(&example.path) else {
                continue; // `checks::manifest` reports it, with the line.
            };
            let chapter = parts
                .iter_mut()
                .filter(|part| part.slug == listing.part)
                .flat_map(|part| &mut part.chapters)
                .find(|chapter| chapter.slug == listing.chapter);
            if let Some(chapter) = chapter {
                chapter.listings.push(listing);
            }
        }
        Ok(Catalogue {
            root: root.to_owned(),
            front,
            parts,
        })
    }

    /// The project this program was built in, or the one that the environment names in [`ROOT`].
    ///
    /// # Errors
    /// As [`load`](Catalogue::load).
    pub fn here() -> Result<Catalogue> {
        Catalogue::load(&root())
    }

    /// All chapters that belong to a part, in order.
    pub fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.parts.iter().flat_map(|part| &part.chapters)
    }

    /// All listings, in order.
    pub fn listings(&self) -> impl Iterator<Item = &Listing> {
        self.chapters().flat_map(|chapter| &chapter.listings)
    }

    /// A file below `listings/`.
    pub fn listing_file(&self, below: &str) -> PathBuf {
        self.root.join("listings").join(below)
    }
}
