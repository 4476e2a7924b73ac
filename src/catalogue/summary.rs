//! Reads `book/SUMMARY.md` with mdBook's own parser.

use std::path::{Path, PathBuf};
use std::slice;

use mdbook_summary::{SummaryItem, parse_summary};
use pulldown_cmark::{Event, Parser, Tag};

use super::chapter::line_at;
use super::listing::Listing;
use crate::problem::{Problem, Result};

/// The table of contents, relative to the project's root.
pub const SUMMARY: &str = "book/SUMMARY.md";

/// The folder of the appendices.
const APPENDIX: &str = "appendix";

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
    /// Its line in `book/SUMMARY.md`, counted from 1.
    pub line: usize,
    /// The listings, in the order in which the page shows them.
    pub listings: Vec<Listing>,
}

impl Part {
    /// Whether it holds the appendices, which are looked up rather than read.
    pub fn is_appendix(&self) -> bool {
        self.slug == APPENDIX
    }
}

impl Chapter {
    /// Whether it is an appendix.
    pub fn is_appendix(&self) -> bool {
        self.path.starts_with(APPENDIX)
    }

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
    let lines = lines(text);
    let summary = parse_summary(text).map_err(|error| not_parsed(&lines, &error.root_cause().to_string()))?;
    let chapters = |items: &[SummaryItem]| chapters(&lines, items);
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
                None => front.extend(chapters(slice::from_ref(item))),
                Some(part) => chapters(slice::from_ref(item))
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
        return Err(Problem::from(message).at(SUMMARY, chapter.line));
    }
    part.chapters.push(chapter);
    Ok(())
}

/// The paths in the links of the file, as mdBook reads them, and the links' lines, counted from 1.
fn lines(text: &str) -> Vec<(PathBuf, usize)> {
    let links = Parser::new(text)
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                Some((dest_url.replace("%20", " ").into(), line_at(text, range.start)))
            }
            _ => None,
        });
    links.collect()
}

/// The problem behind a message of mdBook's parser, which names a line or a path.
fn not_parsed(lines: &[(PathBuf, usize)], message: &str) -> Problem {
    if let Some((line, what)) = message
        .strip_prefix("failed to parse SUMMARY.md line ")
        .and_then(|rest| rest.split_once(", column "))
    {
        let what = what.split_once(": ").map_or(what, |(_, what)| what);
        let problem = Problem::from(format!("{what}; write a chapter as `- [Title](PART/CHAPTER.md)`"));
        return problem.at(SUMMARY, line.parse().unwrap_or_default());
    }
    let is_named = |(path, _): &&(PathBuf, usize)| message.ends_with(&format!("{path:?}"));
    match lines.iter().rfind(is_named) {
        Some((path, line)) => {
            Problem::from(format!("book/{} is here twice; remove one", path.display())).at(SUMMARY, *line)
        }
        None => Problem::in_file(SUMMARY, message),
    }
}

/// The chapters among these items and their nested items. Drafts have no page and are skipped.
fn chapters(lines: &[(PathBuf, usize)], items: &[SummaryItem]) -> Vec<Chapter> {
    let mut found = Vec::new();
    for item in items {
        let SummaryItem::Link(link) = item else { continue };
        if let Some(path) = &link.location {
            let line = lines.iter().find(|(named, _)| named == path);
            // `mdbook init` writes `./tasks/join.md` for `tasks/join.md`.
            let path: PathBuf = path.components().skip_while(|part| part.as_os_str() == ".").collect();
            found.push(Chapter {
                slug: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                title: link.name.clone(),
                path,
                line: line.map_or(0, |(_, line)| *line),
                listings: Vec::new(),
            });
        }
        found.extend(chapters(lines, &link.nested_items));
    }
    found
}
