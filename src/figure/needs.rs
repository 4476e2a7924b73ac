//! Which listings need more than `tokio` with the feature `full`.

use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Result, read};

/// What only Tokio's feature `test-util` has. `full` does not contain it.
const TEST_UTIL: [&str; 4] = ["start_paused", "time::pause", "time::advance", "time::resume"];

/// The listings that need Tokio's feature `test-util`, as it stands in a sentence: `` `a/b`, `a/c` and `a/d` ``.
///
/// # Errors
/// A listing cannot be read.
pub fn test_util(catalogue: &Catalogue) -> Result<String> {
    let mut names = Vec::new();
    for listing in catalogue.listings() {
        let source = read(&catalogue.root, &format!("listings/{}", listing.path()))?;
        if TEST_UTIL.iter().any(|text| source.contains(text)) {
            names.push(quoted(listing));
        }
    }
    Ok(match names.as_slice() {
        [] => "none".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    })
}

fn quoted(listing: &Listing) -> String {
    format!("`{listing}`")
}
