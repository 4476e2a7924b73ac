//! Links and cells in Markdown.

use crate::catalogue::{Chapter, Listing};
use crate::figure::listing::anchor;

/// A link to a listing on its page, from a page of another folder.
pub(super) fn link(listing: &Listing) -> String {
    link_called(listing, &listing.name())
}

/// A link to a listing that only tells its name within its chapter.
pub(super) fn short_link(listing: &Listing) -> String {
    link_called(listing, &listing.stem)
}

fn link_called(listing: &Listing, name: &str) -> String {
    let Listing { part, chapter, .. } = listing;
    format!("[`{name}`](../{part}/{chapter}.md#{})", anchor(listing))
}

/// A link to a chapter, from a page of another folder.
pub(super) fn chapter_link(chapter: &Chapter) -> String {
    let path = chapter.path.to_string_lossy().replace('\\', "/");
    let path = path.replace(' ', "%20");
    format!("[{}](../{path})", plain(&chapter.title))
}

/// A text in which Markdown shall see no markup, such as a title: `Vec<String>` would lose its argument.
pub(in crate::figure) fn plain(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if r"\`*_[]<>#|~&".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A text for a cell of a table, in which only code between backticks is markup.
pub(super) fn cell(text: &str) -> String {
    let pieces = text.split('`').enumerate().map(|(index, piece)| match index % 2 {
        0 => plain(piece),
        _ => piece.replace('|', "\\|"),
    });
    pieces.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_except_for_code_in_a_cell() {
        assert_eq!(plain("a `Vec<T>` | *b*"), r"a \`Vec\<T\>\` \| \*b\*");
        assert_eq!(cell("a `Vec<T> | x` <b>"), r"a `Vec<T> \| x` \<b\>");
    }
}
