//! The table of contents in a terminal: parts, chapters, listings.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::catalogue::{Catalogue, Listing, Suffix};

const PART: Style = AnsiColor::Blue.on_default().bold();
const CHAPTER: Style = Style::new().bold();
const REMARK: Style = AnsiColor::Yellow.on_default();
const DIM: Style = Style::new().dimmed();

/// The whole table, with ANSI styles. Print it through `anstream`, which removes the styles if the output is not a terminal.
pub fn table(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    let mut write = |line: std::fmt::Arguments<'_>| writeln!(text, "{line}").expect("writing to a string cannot fail");
    for part in &catalogue.parts {
        let title = &part.title;
        write(format_args!("{PART}{title}{PART:#}  {DIM}{}{DIM:#}", part.slug));
        for chapter in &part.chapters {
            write(format_args!(
                "  {CHAPTER}{}{CHAPTER:#}  {}",
                chapter.slug, chapter.title
            ));
            for listing in &chapter.listings {
                write(format_args!("    {listing}{}", remark(listing)));
            }
        }
    }
    write(format_args!(
        "\n{DIM}cargo run NAME runs a part, a chapter or a listing; cargo run serve opens the book{DIM:#}"
    ));
    text
}

/// What a reader should know before running a listing, with ANSI styles; empty if there is nothing to know.
pub fn remark(listing: &Listing) -> String {
    match listing.suffix {
        Suffix::Plain => String::new(),
        suffix => format!("  {REMARK}{}{REMARK:#}", suffix.remark()),
    }
}
