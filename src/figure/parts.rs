//! The parts of the book as cards: for each part its chapters, and the minutes that they take to read.

use super::reading::minutes;
use super::tables::plain;
use crate::catalogue::{Catalogue, Chapter};
use crate::problem::Result;

/// The cards, in Markdown, for a page at the top of `book/`.
///
/// # Errors
/// A chapter cannot be read.
pub fn parts(catalogue: &Catalogue) -> Result<String> {
    let mut text = "<div class=\"parts\">\n".to_owned();
    for part in catalogue.parts.iter().filter(|part| !part.is_appendix()) {
        let each = part.chapters.iter().map(|chapter| minutes(catalogue, chapter));
        let all = each.sum::<Result<usize>>()?;
        let title = plain(&part.title);
        text += &format!("<div class=\"card\">\n\n### {title}\n\n<span class=\"minutes\">{all} minutes</span>\n\n");
        text.extend(part.chapters.iter().map(entry));
        text += "\n</div>\n";
    }
    Ok(text + "</div>\n")
}

fn entry(chapter: &Chapter) -> String {
    let path = chapter.path.to_string_lossy().replace('\\', "/").replace(' ', "%20");
    format!("- [{}]({path})\n", plain(&chapter.title))
}
