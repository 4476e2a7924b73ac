//! `listings/Cargo.toml`: every listing, a line each, in the order of the book.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Listing, Suffix};
use crate::problem::{Problem, Result, read};

/// The list of examples, and the text around it.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// Its text.
    pub text: String,
    /// The listings it names, in its order.
    pub examples: Vec<Example>,
    /// The crates that listings may use, as their sources write them: `tokio_util`.
    pub crates: Vec<String>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Example {
    /// The example's name: `join-three-fetches`.
    pub name: String,
    /// The source, below `listings/`.
    pub path: String,
    /// Set where the listing must not compile, so that builds leave it alone.
    #[serde(default)]
    pub required_features: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    example: Vec<Example>,
    #[serde(default)]
    dependencies: BTreeMap<String, IgnoredAny>,
}

/// The feature without which the listings that do not compile are not built.
pub const COMPILE_FAIL: &str = "compile-fail";

const FILE: &str = "listings/Cargo.toml";

impl Manifest {
    /// Reads the manifest of the project in `root`.
    ///
    /// # Errors
    /// The file cannot be read, or is not TOML of the expected form.
    pub fn read(root: &Path) -> Result<Manifest> {
        let text = read(root, FILE)?;
        let parsed: File = toml::from_str(&text).map_err(|error| Problem::in_file(FILE, error.to_string()))?;
        Ok(Manifest {
            text,
            examples: parsed.example,
            crates: parsed.dependencies.keys().map(|name| name.replace('-', "_")).collect(),
        })
    }

    /// The line, counted from 1, that holds an example of this path.
    pub fn line_of(&self, path: &str) -> usize {
        let quoted = format!("\"{path}\"");
        1 + self.text.lines().position(|line| line.contains(&quoted)).unwrap_or(0)
    }

    /// The whole text with its list replaced by one for these listings, each part under its title.
    ///
    /// # Errors
    /// The text has no list that begins and ends on lines of its own.
    pub fn with_listings(&self, parts: &[(&str, Vec<Listing>)]) -> Result<String> {
        let mut list = String::new();
        for (title, listings) in parts.iter().filter(|(_, listings)| !listings.is_empty()) {
            list.push_str(&format!("    # {title}\n"));
            for listing in listings {
                list.push_str(&format!("    {},\n", Example::of(listing).line()));
            }
        }
        with_list(FILE, &self.text, "example", &list)
    }
}

/// The text of a manifest, which is `file`, with the list of this name replaced; `list` holds its lines.
///
/// # Errors
/// The text has no list of this name that begins and ends on lines of its own.
pub(super) fn with_list(file: &str, text: &str, name: &str, list: &str) -> Result<String> {
    let open = format!("{name} = [\n");
    let no_list = || {
        let message = format!("expected a line `{name} = [` and, after the list, a line `]`");
        Problem::in_file(file, message)
    };
    let (before, rest) = text.split_once(&open).ok_or_else(no_list)?;
    // An empty list closes with the newline that opened it.
    let (_, after) = rest
        .split_once("\n]\n")
        .or_else(|| rest.split_once("]\n"))
        .ok_or_else(no_list)?;
    Ok(format!("{before}{open}{list}]\n{after}"))
}

impl Example {
    /// What the manifest should say of a listing.
    pub fn of(listing: &Listing) -> Example {
        Example {
            name: listing.example(),
            path: listing.path(),
            required_features: match listing.suffix {
                Suffix::Fail => vec![COMPILE_FAIL.into()],
                _ => Vec::new(),
            },
        }
    }

    /// The entry as it stands in the list.
    pub fn line(&self) -> String {
        let features = match self.required_features.as_slice() {
            [] => String::new(),
            features => format!(", required-features = {features:?}"),
        };
        format!("{{ name = {:?}, path = {:?}{features} }}", self.name, self.path)
    }
}
