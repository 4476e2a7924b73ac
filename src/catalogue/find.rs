//! Resolves names that a user types to listings.

use std::path::Path;

use super::book::Catalogue;
use super::listing::Listing;
use crate::problem::Problem;

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
    /// (`join/three-fetches`, `three-fetches`, `tasks/join/three-fetches`) or the path of a listing's file.
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
        if found.is_empty() {
            found.extend(self.at_file(name));
        }
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err(FindError::Unknown {
                name: name.into(),
                nearest: self.nearest(name),
            }),
            _ => Err(FindError::Ambiguous {
                name: name.into(),
                candidates: found.into_iter().map(|selection| selection.name).collect(),
            }),
        }
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

    /// The listing whose file is `path`, relative to the current directory, the project's root or `listings/`.
    fn at_file(&self, path: &str) -> Option<Selection<'_>> {
        let candidates = [
            Path::new(path).to_owned(),
            self.root.join(path),
            self.root.join("listings").join(path),
        ];
        let file = candidates.iter().find_map(|candidate| candidate.canonicalize().ok())?;
        let listing = self.listings().find(|listing| {
            self.listing_file(&listing.path())
                .canonicalize()
                .is_ok_and(|own| own == file)
        })?;
        Some(Selection {
            name: listing.name(),
            is_listing: true,
            listings: vec![listing],
        })
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
