//! Where in a listing a text stands.

use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result, read};

/// The one line of a listing that holds `text`, counted from 1, as a sentence names it: `line 6`.
///
/// # Errors
/// No line holds the text, or several do.
pub fn line(catalogue: &Catalogue, listing: &Listing, text: &str) -> Result<String> {
    let file = format!("listings/{}", listing.path());
    let source = read(&catalogue.root, &file)?;
    let lines: Vec<usize> = (1..)
        .zip(source.lines())
        .filter(|(_, line)| line.contains(text))
        .map(|(number, _)| number)
        .collect();
    match lines.as_slice() {
        [line] => Ok(format!("line {line}")),
        [] => Err(Problem::in_file(file, format!("no line holds `{text}`"))),
        many => Err(Problem::in_file(
            file,
            format!("lines {many:?} hold `{text}`; write more of the line that is meant"),
        )),
    }
}
