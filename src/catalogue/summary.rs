//! Reads `book/SUMMARY.md`, mdBook's table of contents: `# Part`, then `- [Chapter](part/chapter.md)`.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Chapter, Part};

/// The pages before the first part, and the parts.
pub(super) fn read(file: &Path) -> Result<(Vec<Chapter>, Vec<Part>), String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let (mut front, mut parts) = (Vec::new(), Vec::<Part>::new());
    let (mut title, mut target) = (String::new(), None);
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::Heading { .. }) => title.clear(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                title.clear();
                target = Some(dest_url.to_string());
            }
            Event::Text(text) | Event::Code(text) => title.push_str(&text),
            // The first heading is the page's own; mdBook calls it the summary's title.
            Event::End(TagEnd::Heading(_)) if !(parts.is_empty() && title == "Summary") => parts.push(Part {
                slug: String::new(),
                title: title.clone(),
                chapters: Vec::new(),
            }),
            Event::End(TagEnd::Link) => {
                let Some(path) = target.take().filter(|path| !path.is_empty()) else {
                    continue; // A draft: no page yet.
                };
                let path = PathBuf::from(path);
                let chapter = Chapter {
                    slug: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                    title: title.clone(),
                    path,
                    listings: Vec::new(),
                };
                match parts.last_mut() {
                    None => front.push(chapter),
                    Some(part) => {
                        let folder = chapter
                            .path
                            .parent()
                            .unwrap_or(Path::new(""))
                            .to_string_lossy()
                            .into_owned();
                        if part.chapters.is_empty() {
                            part.slug = folder;
                        } else if part.slug != folder {
                            return Err(format!(
                                "{}: the part \"{}\" has chapters in `{}/` and in `{folder}/`; a part is one folder",
                                file.display(),
                                part.title,
                                part.slug
                            ));
                        }
                        part.chapters.push(chapter);
                    }
                }
            }
            _ => {}
        }
    }
    Ok((front, parts))
}
