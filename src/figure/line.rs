//! Finds a line of a listing by its text.

use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result, read};

/// The line of a listing that contains `text`, as it appears in a sentence: `line 6`. Lines are counted from 1.
///
/// It is an HTML element, from which a script makes a link that highlights the line.
///
/// # Errors
/// Fails if no line contains the text, or more than one.
pub fn line(catalogue: &Catalogue, listing: &Listing, text: &str) -> Result<String> {
    let file = format!("listings/{}", listing.path());
    let source = read(&catalogue.root, &file)?;
    let lines: Vec<usize> = (1..)
        .zip(source.lines())
        .filter(|(_, line)| line.contains(text))
        .map(|(number, _)| number)
        .collect();
    match lines.as_slice() {
        [line] => Ok(format!(
            "<span class=\"line\" data-listing=\"{listing}\" data-line=\"{line}\">line {line}</span>"
        )),
        [] => Err(Problem::in_file(
            file,
            format!("no line contains `{text}`; quote a line as it is now"),
        )),
        many => Err(Problem::in_file(
            file,
            format!("lines {many:?} contain `{text}`; quote more of the line"),
        )),
    }
}
