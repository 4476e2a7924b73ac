//! The whole book, and the folder of its project.

use std::env;
use std::path::{Path, PathBuf};

use super::listing::Listing;
use super::manifest::Manifest;
use super::summary::{self, Chapter, Part, SUMMARY};
use crate::problem::{Result, read};

/// The whole book.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The folder that holds `book.toml`.
    pub root: PathBuf,
    /// The pages outside any part. They have no listings.
    pub front: Vec<Chapter>,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// The environment variable that names another project's folder; tests set it to run the command on broken projects.
pub const ROOT: &str = "LESSONS_ROOT";

/// The folder of the project to work on: the one that [`ROOT`] names, or else [`home`].
pub fn root() -> PathBuf {
    env::var_os(ROOT).map_or_else(home, PathBuf::from)
}

/// The folder of the project that this program was built from.
pub fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Catalogue {
    /// Reads the catalogue of the project in `root`.
    ///
    /// # Errors
    /// Fails if `book/SUMMARY.md` or `listings/Cargo.toml` cannot be read or parsed.
    pub fn load(root: &Path) -> Result<Catalogue> {
        Catalogue::with_summary(root, &read(root, SUMMARY)?)
    }

    /// The catalogue of the project in `root` if its table of contents had this text.
    ///
    /// # Errors
    /// Fails if `summary` cannot be parsed, or `listings/Cargo.toml` cannot be read or parsed.
    pub fn with_summary(root: &Path, summary: &str) -> Result<Catalogue> {
        let (front, mut parts) = summary::parse(summary)?;
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

    /// Reads the catalogue of the project in [`root`].
    ///
    /// # Errors
    /// The same as for [`load`](Catalogue::load).
    pub fn here() -> Result<Catalogue> {
        Catalogue::load(&root())
    }

    /// All chapters of all parts, in order.
    pub fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.parts.iter().flat_map(|part| &part.chapters)
    }

    /// All listings, in order.
    pub fn listings(&self) -> impl Iterator<Item = &Listing> {
        self.chapters().flat_map(|chapter| &chapter.listings)
    }

    /// The full path of a file in `listings/`.
    pub fn listing_file(&self, path: &str) -> PathBuf {
        self.root.join("listings").join(path)
    }
}
