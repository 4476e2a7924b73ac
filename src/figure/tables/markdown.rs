//! Links and cells in Markdown.

use crate::catalogue::{Chapter, Listing};
use crate::figure::listing::anchor;

/// A link to a listing on its page, from a page of another folder.
pub(super) fn link(listing: &Listing) -> String {
    let Listing { part, chapter, .. } = listing;
    format!("[`{listing}`](../{part}/{chapter}.md#{})", anchor(listing))
}

/// A link to a chapter, from a page of another folder.
pub(super) fn chapter_link(chapter: &Chapter) -> String {
    let path = chapter.path.to_string_lossy().replace('\\', "/");
    format!("[{}](../{path})", chapter.title)
}

/// A text for a cell of a table, in which `|` must be escaped.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
