//! What the book consists of: parts, chapters and listings, in the order of the book.
//!
//! Parts and chapters come from `book/SUMMARY.md`, listings from `listings/Cargo.toml`; that both agree with the files is
//! proved by [`checks`](crate::checks).

mod find;
mod manifest;
pub mod parts;
mod summary;

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use stage::EXIT_DEADLOCK;

pub use find::{Nothing, Selection};
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
    /// What it does, by its suffix.
    pub kind: Kind,
}

/// What a listing does, as its file's suffix says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 5] = [Kind::Plain, Kind::Real, Kind::Panic, Kind::Hang, Kind::Fail];

    /// The file's suffix: `.hang.rs`.
    pub const fn suffix(self) -> &'static str {
        match self {
            Kind::Plain => ".rs",
            Kind::Real => ".real.rs",
            Kind::Panic => ".panic.rs",
            Kind::Hang => ".hang.rs",
            Kind::Fail => ".fail.rs",
        }
    }

    /// Whether it runs on the virtual clock.
    pub const fn is_virtual(self) -> bool {
        matches!(self, Kind::Plain | Kind::Panic | Kind::Hang)
    }

    /// The exit code with which it ends on the stage when it does what its suffix says; `None` where it does not run.
    pub const fn exit_code(self) -> Option<i32> {
        match self {
            Kind::Plain | Kind::Real => Some(0),
            // As the standard library ends a program whose `main` panics.
            Kind::Panic => Some(101),
            Kind::Hang => Some(EXIT_DEADLOCK as i32),
            Kind::Fail => None,
        }
    }

    /// What a reader should know before running it; empty where there is nothing to say.
    pub const fn remark(self) -> &'static str {
        match self {
            Kind::Plain => "",
            Kind::Real => "real clock",
            Kind::Panic => "panics",
            Kind::Hang => "never ends",
            Kind::Fail => "does not compile",
        }
    }
}

impl Listing {
    /// Reads a path below `listings/`, with `/` between the parts: `tasks/join/three-fetches.rs`.
    ///
    /// `None` when it is not of that form or its suffix is none of the known ones.
    pub fn from_path(path: &str) -> Option<Listing> {
        let [part, chapter, file]: [&str; 3] = path.split('/').collect::<Vec<_>>().try_into().ok()?;
        let (stem, _) = file.split_once('.')?;
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| file[stem.len()..] == *kind.suffix())?;
        Some(Listing {
            part: part.into(),
            chapter: chapter.into(),
            stem: stem.into(),
            kind,
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
        format!("{}/{}/{}{}", self.part, self.chapter, self.stem, self.kind.suffix())
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
    /// A message that names the file, what is wrong with it and how to repair it.
    pub fn load(root: &Path) -> Result<Catalogue, String> {
        let (front, mut parts) = summary::read(&root.join("book/SUMMARY.md"))?;
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
    pub fn here() -> Result<Catalogue, String> {
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
