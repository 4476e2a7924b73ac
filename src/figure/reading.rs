//! How long a chapter takes to read, from its words and the lines of its listings.

use crate::catalogue::chapter::directives;
use crate::catalogue::{Catalogue, Chapter};
use crate::problem::{Result, read};

/// The words of prose that a careful reader reads in a minute.
const WORDS: usize = 200;
/// The lines of code that a careful reader reads in a minute.
const LINES: usize = 30;

/// The minutes that a chapter takes to read; at least one.
///
/// # Errors
/// The chapter or one of its listings cannot be read.
pub fn minutes(catalogue: &Catalogue, chapter: &Chapter) -> Result<usize> {
    let mut prose = read(&catalogue.root, &chapter.file())?;
    let commands: Vec<_> = directives(&prose).into_iter().flatten().collect();
    let mut lines = 0;
    // From the end, so that the ranges before stay right.
    for command in commands.iter().rev() {
        prose.replace_range(command.range.clone(), "");
        let words = command.words()?;
        if let [_, show, listing, options @ ..] = words.as_slice()
            && show == "show"
            && !options.iter().any(|option| option == "run")
        {
            let path = catalogue.listing(listing)?.path();
            lines += read(&catalogue.root, &format!("listings/{path}"))?.lines().count();
        }
    }
    let words = prose
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count();
    let tenths = words * 10 / WORDS + lines * 10 / LINES;
    Ok(tenths.div_ceil(10).max(1))
}
