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
    let path = path.replace(' ', "%20");
    format!("[{}](../{path})", plain(&chapter.title))
}

/// A text without meaning in Markdown and HTML.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        if "\\`*_[]<>|&".contains(character) {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

/// A text for a cell of a table, in which `|` must be escaped.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
