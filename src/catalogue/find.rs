//! Resolves names that a user types to listings.

use std::path::Path;

use super::book::Catalogue;
use super::listing::Listing;
use super::rule::SUFFIXES;
use crate::problem::Problem;

/// The suffixes of the files that belong to a listing or a chapter.
const BESIDE: [&str; 5] = [".py", ".py.stdout", ".stdout", ".stderr", ".md"];

/// The listings that a name stands for.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// The full name: `tasks`, `tasks/join`, `join/three-fetches`, `all`.
    pub name: String,
    /// Whether the name is a listing's, not that of a part or a chapter.
    pub is_listing: bool,
    /// The listings, in the order of the book.
    pub listings: Vec<&'a Listing>,
}

/// Why a name could not be resolved, as a message for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindError {
    /// Nothing has this name.
    Unknown {
        /// The name.
        name: String,
        /// Up to three similar names, most similar first.
        nearest: Vec<String>,
    },
    /// The name is the path of a file that is no listing of the book yet.
    Unlisted {
        /// The path relative to the project's root.
        file: String,
    },
    /// Several things have this name.
    Ambiguous {
        /// The name.
        name: String,
        /// Their full names.
        candidates: Vec<String>,
    },
}

impl std::fmt::Display for FindError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FindError::Unknown { name, nearest } => {
                write!(formatter, "no part, chapter or listing is called `{name}`")?;
                match nearest.as_slice() {
                    [] => write!(formatter, "; `cargo run` lists all of them"),
                    nearest => write!(formatter, "; similar names: {}", nearest.join(", ")),
                }
            }
            FindError::Unlisted { file } => {
                write!(
                    formatter,
                    "{file}: not in listings/Cargo.toml; `cargo run manifest` enters it, or says what is wrong with it"
                )
            }
            FindError::Ambiguous { name, candidates } => {
                write!(formatter, "`{name}` is ambiguous; use one of {}", candidates.join(", "))
            }
        }
    }
}

impl std::error::Error for FindError {}

impl From<FindError> for Problem {
    fn from(error: FindError) -> Problem {
        Problem::from(error.to_string())
    }
}

impl Catalogue {
    /// Resolves a name: `all`, a part (folder or title), a chapter (`join`, `tasks/join`), a listing
    /// (`join/three-fetches`, `three-fetches`, `tasks/join/three-fetches`) or the path of a file or folder of one of these.
    ///
    /// Where nothing has the name as it is typed, it may also be written with capitals, `_` for `-`, a suffix of a listing's file, or
    /// a slash at its end.
    ///
    /// # Errors
    /// Fails with a [`FindError`] if nothing has this name, or more than one thing.
    pub fn find(&self, name: &str) -> Result<Selection<'_>, FindError> {
        if name == "all" {
            return Ok(Selection {
                name: name.into(),
                is_listing: false,
                listings: self.listings().collect(),
            });
        }
        let mut found = self.named(name);
        let path = self.path_of(name);
        if found.is_empty() {
            found = self.named(&plain(path.as_deref().unwrap_or(name)));
        }
        // No command needs a page without listings: an appendix may have the name of a chapter.
        if found.iter().any(|selection| !selection.listings.is_empty()) {
            found.retain(|selection| !selection.listings.is_empty());
        }
        match (found.len(), path) {
            (1, _) => Ok(found.remove(0)),
            (0, Some(path)) if path.ends_with(".rs") => Err(FindError::Unlisted {
                file: format!("listings/{path}"),
            }),
            (0, _) => Err(FindError::Unknown {
                name: name.into(),
                nearest: self.nearest(&plain(name)),
            }),
            _ => Err(FindError::Ambiguous {
                name: name.into(),
                candidates: found.into_iter().map(|selection| selection.name).collect(),
            }),
        }
    }

    /// The listings that any of these names stands for, once each, in the order of the names.
    ///
    /// # Errors
    /// The same as for [`find`](Catalogue::find).
    pub fn find_all(&self, names: &[String]) -> Result<Vec<&Listing>, FindError> {
        let mut found: Vec<&Listing> = Vec::new();
        for name in names {
            for listing in self.find(name)?.listings {
                if !found.contains(&listing) {
                    found.push(listing);
                }
            }
        }
        Ok(found)
    }

    /// Resolves the name of one listing.
    ///
    /// # Errors
    /// Fails with a [`FindError`], also if the name is that of a chapter or a part.
    pub fn listing(&self, name: &str) -> Result<&Listing, FindError> {
        match self.find(name)? {
            Selection {
                is_listing: true,
                listings,
                ..
            } => Ok(listings[0]),
            Selection { listings, .. } => Err(FindError::Ambiguous {
                name: name.into(),
                candidates: listings.into_iter().map(Listing::name).collect(),
            }),
        }
    }

    fn named(&self, name: &str) -> Vec<Selection<'_>> {
        let mut found = Vec::new();
        // Compare word by word instead of building strings: a build of the book resolves a thousand names.
        let words: Vec<&str> = name.split('/').collect();
        for part in &self.parts {
            if name == part.slug || name.eq_ignore_ascii_case(&part.title) {
                let listings = part.chapters.iter().flat_map(|chapter| &chapter.listings).collect();
                found.push(Selection {
                    name: part.slug.clone(),
                    is_listing: false,
                    listings,
                });
            }
            for chapter in &part.chapters {
                if words == [&chapter.slug] || words == [&part.slug, &chapter.slug] {
                    let listings = chapter.listings.iter().collect();
                    found.push(Selection {
                        name: format!("{}/{}", part.slug, chapter.slug),
                        is_listing: false,
                        listings,
                    });
                }
                for listing in &chapter.listings {
                    let full = [&part.slug, &chapter.slug, &listing.stem];
                    if (1..=3).any(|count| words == full[3 - count..]) {
                        found.push(Selection {
                            name: listing.name(),
                            is_listing: true,
                            listings: vec![listing],
                        });
                    }
                }
            }
        }
        found
    }

    /// What an existing file or folder is called below `listings/` or `book/`. `path` is relative to the current directory, the
    /// project's root or `listings/`.
    fn path_of(&self, path: &str) -> Option<String> {
        let candidates = [
            Path::new(path).to_owned(),
            self.root.join(path),
            self.root.join("listings").join(path),
        ];
        let folders = ["listings", "book"].map(|folder| self.root.join(folder).canonicalize());
        let mut files = candidates.iter().filter_map(|candidate| candidate.canonicalize().ok());
        let inner = files.find_map(|file| {
            let mut below = folders
                .iter()
                .flatten()
                .filter_map(|folder| file.strip_prefix(folder).ok());
            below.next().map(Path::to_owned)
        })?;
        Some(inner.to_string_lossy().replace('\\', "/")).filter(|inner| !inner.is_empty())
    }

    /// Up to three names that are similar to `name`, most similar first.
    fn nearest(&self, name: &str) -> Vec<String> {
        let parts = self.parts.iter().map(|part| part.slug.clone());
        let chapters = self.chapters().map(|chapter| chapter.slug.clone());
        let listings = self
            .listings()
            .flat_map(|listing| [listing.name(), listing.stem.clone()]);
        let mut scored: Vec<(f64, String)> = parts
            .chain(chapters)
            .chain(listings)
            .map(|known| (strsim::jaro_winkler(name, &known), known))
            .filter(|(score, _)| *score > 0.75)
            .collect();
        scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        scored.dedup_by(|(_, a), (_, b)| a == b);
        scored.into_iter().take(3).map(|(_, known)| known).collect()
    }
}

/// A name as the catalogue writes it: `tasks/join` for `listings\Tasks\join/` and for `book/tasks/join.md`.
fn plain(name: &str) -> String {
    let name = name.replace('\\', "/").replace('_', "-").to_lowercase();
    let mut words: Vec<&str> = name
        .split('/')
        .filter(|word| !word.is_empty() && *word != ".")
        .collect();
    if matches!(words.as_slice(), ["listings" | "book", _, ..]) {
        words.remove(0);
    }
    if let Some(last) = words.last_mut()
        && let Some((stem, _)) = last.split_once('.')
        && (SUFFIXES.contains(&&last[stem.len()..]) || BESIDE.contains(&&last[stem.len()..]))
    {
        *last = stem;
    }
    words.join("/")
}
