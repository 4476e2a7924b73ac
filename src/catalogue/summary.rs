//! Reads `book/SUMMARY.md` with mdBook's own parser.

use std::path::{Path, PathBuf};

use mdbook_summary::{SummaryItem, parse_summary};

use super::{Chapter, Part};
use crate::problem::{Problem, Result, read as read_text};

const FILE: &str = "book/SUMMARY.md";

/// The pages outside of any part, and the parts.
///
/// # Errors
/// The file cannot be read, mdBook cannot read it, or the chapters of a part lie in several folders.
pub(super) fn read(root: &Path) -> Result<(Vec<Chapter>, Vec<Part>)> {
    let text = read_text(root, FILE)?;
    // mdBook's messages say what was expected and at which line.
    let summary = parse_summary(&text).map_err(|error| Problem::in_file(FILE, format!("{error:#}")))?;
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

/// Puts a chapter into its part, which is one folder.
fn add(part: &mut Part, chapter: Chapter) -> Result<()> {
    let folder = chapter.path.parent().unwrap_or(Path::new("")).to_string_lossy();
    if part.chapters.is_empty() {
        part.slug = folder.into_owned();
    } else if part.slug != folder {
        let message = format!(
            "the part \"{}\" has chapters in `{}/` and in `{folder}/`; a part is one folder",
            part.title, part.slug
        );
        return Err(Problem::in_file(FILE, message));
    }
    part.chapters.push(chapter);
    Ok(())
}

/// The chapters among these items and below them; a draft has no page yet, and is none.
fn chapters<'a>(items: impl IntoIterator<Item = &'a SummaryItem>) -> Vec<Chapter> {
    let mut found = Vec::new();
    for item in items {
        let SummaryItem::Link(link) = item else { continue };
        if let Some(path) = &link.location {
            // `./tasks/join.md`, as mdBook's own `init` writes it, is `tasks/join.md`.
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
