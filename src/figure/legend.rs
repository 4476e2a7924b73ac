//! The legend of all timelines: one of them, with notes.

use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result};
use crate::run::{build, record};

/// The timeline of a listing with numbered notes, and what they mean, as HTML.
///
/// # Errors
/// The listing cannot be run, or in it no time passes.
pub fn legend(catalogue: &Catalogue, listing: &Listing) -> Result<String> {
    build(catalogue, [listing])?;
    let (trace, _) = record::record(catalogue, listing, None)?;
    timeline::legend(&trace).map_err(|_| {
        Problem::from(format!(
            "`{listing}` has no timeline; take a listing in which time passes"
        ))
    })
}
