//! A listing, and what the suffix of its file promises.

use std::fmt;

use stage::EXIT_DEADLOCK;

use super::rule::{SUFFIXES, split};

/// A listing: a complete program of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The part's slug.
    pub part: String,
    /// The chapter's slug.
    pub chapter: String,
    /// The file's name without its suffixes: `three-fetches`.
    pub stem: String,
    /// What the listing does, according to its file's suffix.
    pub suffix: Suffix,
}

/// What a listing does, according to its file's suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// `.rs`: runs to completion, on either clock.
    Plain,
    /// `.real.rs`: runs to completion, on the real clock only.
    Real,
    /// `.panic.rs`: `main` panics.
    Panic,
    /// `.hang.rs`: never ends.
    Hang,
    /// `.fail.rs`: does not compile.
    Fail,
}

impl Suffix {
    /// All suffixes, in the order of [`SUFFIXES`].
    pub const ALL: [Suffix; 5] = [Suffix::Plain, Suffix::Real, Suffix::Panic, Suffix::Hang, Suffix::Fail];

    /// The file's suffix: `.hang.rs`.
    pub const fn as_str(self) -> &'static str {
        SUFFIXES[self as usize]
    }

    /// Whether the listing runs on the virtual clock.
    pub const fn is_virtual(self) -> bool {
        matches!(self, Suffix::Plain | Suffix::Panic | Suffix::Hang)
    }

    /// The exit code that the suffix promises for a run on the stage; `None` if the listing cannot run.
    pub const fn exit_code(self) -> Option<i32> {
        match self {
            Suffix::Plain | Suffix::Real => Some(0),
            // The standard library's exit code when `main` panics.
            Suffix::Panic => Some(101),
            Suffix::Hang => Some(EXIT_DEADLOCK as i32),
            Suffix::Fail => None,
        }
    }

    /// What a reader should know before running the listing; may be empty.
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

impl Listing {
    /// Parses a path relative to `listings/`, with `/` as separator: `tasks/join/three-fetches.rs`.
    ///
    /// Returns `None` if [no listing can have](split) this path.
    pub fn from_path(path: &str) -> Option<Listing> {
        let [part, chapter, stem, suffix] = split(path).ok()?;
        let suffix = Suffix::ALL.into_iter().find(|known| known.as_str() == suffix)?;
        Some(Listing {
            part: part.into(),
            chapter: chapter.into(),
            stem: stem.into(),
            suffix,
        })
    }

    /// `join/three-fetches`: its name in commands and chapters.
    pub fn name(&self) -> String {
        format!("{}/{}", self.chapter, self.stem)
    }

    /// `join-three-fetches`: the name of its Cargo example.
    pub fn example(&self) -> String {
        format!("{}-{}", self.chapter, self.stem)
    }

    /// The source's path relative to `listings/`, with `/` as separator.
    pub fn path(&self) -> String {
        format!("{}/{}/{}{}", self.part, self.chapter, self.stem, self.suffix.as_str())
    }

    /// The source's path relative to the project's root: `listings/tasks/join/three-fetches.rs`.
    pub fn file(&self) -> String {
        format!("listings/{}", self.path())
    }

    /// The path of its asyncio twin relative to `listings/`. The file may not exist.
    pub fn twin(&self) -> String {
        format!("{}/{}/{}.py", self.part, self.chapter, self.stem)
    }

    /// The path of its snapshot relative to `listings/`; `extension` is `stdout` or `stderr`.
    pub fn snapshot(&self, extension: &str) -> String {
        format!("{}/{}/{}.{extension}", self.part, self.chapter, self.stem)
    }
}

impl fmt::Display for Listing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name())
    }
}
