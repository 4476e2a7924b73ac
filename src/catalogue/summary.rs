//! Reads `book/SUMMARY.md` with mdBook's own parser.

use std::path::{Path, PathBuf};

use mdbook_summary::{SummaryItem, parse_summary};

use super::listing::Listing;
use crate::problem::{Problem, Result};

/// The table of contents, relative to the project's root.
pub const SUMMARY: &str = "book/SUMMARY.md";

/// A part of the book: a heading in the table of contents.
#[derive(Clone, Debug)]
pub struct Part {
    /// The folder's name: `tasks`.
    pub slug: String,
    /// The title that the reader sees: `One task`.
    pub title: String,
    /// The chapters, in order.
    pub chapters: Vec<Chapter>,
}

/// A chapter: one page.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The file's name without `.md`: `join`.
    pub slug: String,
    /// The title that the reader sees.
    pub title: String,
    /// The page's source, relative to `book/`: `tasks/join.md`.
    pub path: PathBuf,
    /// The listings, in the order in which the page shows them.
    pub listings: Vec<Listing>,
}

impl Chapter {
    /// The path of the page's source relative to the project's root, with `/` as separator: `book/tasks/join.md`.
    pub fn file(&self) -> String {
        format!("book/{}", self.path.display()).replace('\\', "/")
    }
}

/// Returns the pages outside any part, and the parts. Chapters have no listings yet.
///
/// # Errors
/// Fails if mdBook cannot parse the text, or if the chapters of a part are in more than one folder.
pub(super) fn parse(text: &str) -> Result<(Vec<Chapter>, Vec<Part>)> {
    // mdBook's message says what it expected and on which line.
    let summary = parse_summary(text).map_err(|error| Problem::in_file(SUMMARY, format!("{error:#}")))?;
    let (mut front, mut parts) = (Vec::new(), Vec::<Part>::new());
    front.extend(chapters(&summary.prefix_chapters));
    for item in &summary.numbered_chapters {
        match item {
            SummaryItem::PartTitle(title) => parts.push(Part {
                slug: String::new(),
                title: title.clone(),
                chapters: Vec::new(),
            }),
            item => match parts.last_mut() {
                None => front.extend(chapters([item])),
                Some(part) => chapters([item])
                    .into_iter()
                    .try_for_each(|chapter| add(part, chapter))?,
            },
        }
    }
    front.extend(chapters(&summary.suffix_chapters));
    Ok((front, parts))
}

/// Adds a chapter to its part. All chapters of a part must be in the same folder.
fn add(part: &mut Part, chapter: Chapter) -> Result<()> {
    let folder = chapter.path.parent().unwrap_or(Path::new("")).to_string_lossy();
    if part.chapters.is_empty() {
        part.slug = folder.into_owned();
    } else if part.slug != folder {
        let message = format!(
            "the part \"{}\" has chapters in `{}/` and in `{folder}/`; move them into one folder",
            part.title, part.slug
        );
        return Err(Problem::in_file(SUMMARY, message));
    }
    part.chapters.push(chapter);
    Ok(())
}

/// The chapters among these items and their nested items. Drafts have no page and are skipped.
fn chapters<'a>(items: impl IntoIterator<Item = &'a SummaryItem>) -> Vec<Chapter> {
    let mut found = Vec::new();
    for item in items {
        let SummaryItem::Link(link) = item else { continue };
        if let Some(path) = &link.location {
            // `mdbook init` writes `./tasks/join.md` for `tasks/join.md`.
            let path: PathBuf = path.components().skip_while(|part| part.as_os_str() == ".").collect();
            found.push(Chapter {
                slug: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                title: link.name.clone(),
                path,
                listings: Vec::new(),
            });
        }
        found.extend(chapters(&link.nested_items));
    }
    found
}
