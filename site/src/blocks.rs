//! Checks built pages: each block shows, to the letter, the program that ran or what it printed.
//!
//! What is compared is read from the pages and from the files, and not from what made the figures.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use async_lessons::catalogue::{Catalogue, Listing};
use async_lessons::checks::requests;
use async_lessons::figure::listing::{Half, View};
use async_lessons::figure::visible;
use async_lessons::problem::read;
use scraper::{ElementRef, Html};

use crate::finish::selector;

/// The page of the whole book.
const WHOLE: &str = "print.html";

/// A block: what it shows, and the text.
type Block = (&'static str, String);

/// Checks the pages in `folder`, which were made from the project in `root`; what it finds names the page.
///
/// # Errors
/// A file of the project, or a page, cannot be read.
pub fn check(root: &Path, folder: &Path) -> Result<Vec<String>> {
    let catalogue = Catalogue::load(root)?;
    let mut problems = Vec::new();
    let mut whole = Vec::new();
    for chapter in catalogue.front.iter().chain(catalogue.chapters()) {
        let asked = requests(&read(root, &chapter.file())?);
        let shown = |listing| {
            asked
                .iter()
                .filter_map(move |request| Some((listing, request.shows(listing)?)))
        };
        // In the order of the page, not in that of the catalogue.
        let mut figures: Vec<(&Listing, View)> = catalogue.listings().flat_map(shown).collect();
        figures.sort_by_key(|(listing, view)| asked.iter().position(|request| request.shows(listing) == Some(*view)));
        let page = chapter.path.with_extension("html");
        let name = page.to_string_lossy().replace('\\', "/");
        let html = fs::read_to_string(folder.join(&page)).with_context(|| format!("cannot read {name}"))?;
        problems.extend(compare(&catalogue, &name, &html, &figures)?);
        whole.extend(figures);
    }
    if let Ok(html) = fs::read_to_string(folder.join(WHOLE)) {
        problems.extend(compare(&catalogue, WHOLE, &html, &whole)?);
    }
    Ok(problems)
}

/// Compares a page with the figures that its chapter asks for, in order.
fn compare(catalogue: &Catalogue, page: &str, html: &str, expected: &[(&Listing, View)]) -> Result<Vec<String>> {
    let html = Html::parse_document(html);
    let mut problems = Vec::new();
    let figures: Vec<ElementRef> = html.select(&selector("figure.example")).collect();
    // By their labels: on the page of the whole book a number follows an id that was there before.
    let found = figures
        .iter()
        .map(|figure| figure.attr("aria-label").unwrap_or_default().to_owned());
    let wanted = expected.iter().map(|(listing, _)| listing.name());
    let mut pairs = found.map(Some).chain([None]).zip(wanted.map(Some).chain([None]));
    if let Some((found, wanted)) = pairs.find(|(found, wanted)| found != wanted) {
        let or_none = |name: Option<String>| name.unwrap_or_else(|| "no figure".into());
        problems.push(format!(
            "{page}: shows {} where its chapter has {}",
            or_none(found),
            or_none(wanted)
        ));
        return Ok(problems);
    }
    for (figure, (listing, view)) in figures.iter().zip(expected) {
        let (shown, files) = (shown(*figure), files(catalogue, listing, *view)?);
        if shown != files {
            let kinds = |blocks: &[Block]| blocks.iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
            let different = shown.iter().zip(&files).find(|(one, other)| one != other);
            problems.push(match different {
                Some(((kind, shown), (other, file))) if kind == other => {
                    format!(
                        "{page}: {listing}: the block of its {kind} is not its file\n--- page\n{shown}--- file\n{file}"
                    )
                }
                _ => format!("{page}: {listing}: shows {:?}, not {:?}", kinds(&shown), kinds(&files)),
            });
        }
    }
    let outside = selector("main pre").clone();
    let inside = selector("figure.example pre");
    for block in html.select(&outside).filter(|block| !inside.matches(block)) {
        let text: String = block.text().take(1).collect();
        problems.push(format!("{page}: a block is in no figure of a listing: {text}"));
    }
    Ok(problems)
}

/// The blocks of a figure, in order.
fn shown(figure: ElementRef) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for code in figure.select(&selector("pre > code")) {
        let text: String = code.text().collect();
        let is = |query: &str| selector(query).matches(&code);
        let kind = match () {
            () if is(".language-rust") => "program",
            () if is(".language-python") => "twin",
            () if is(".stdout code") => "standard output",
            () if is(".stderr code") => "standard error",
            () if is(".python code") => "twin's output",
            () => "unknown",
        };
        match blocks.last_mut() {
            // The errors that follow the first are folded away. An empty line stands between them.
            Some((last, before)) if *last == kind => *before = format!("{before}\n{text}"),
            _ => blocks.push((kind, text)),
        }
    }
    blocks
}

/// What a figure of a listing has to show, in order, from the files.
fn files(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<Vec<Block>> {
    let text = |path: &str| match catalogue.listing_file(path).exists() {
        true => Ok(visible(&read(&catalogue.root, &format!("listings/{path}"))?)),
        false => anyhow::Ok(String::new()),
    };
    let twin = listing.twin();
    let mut blocks = Vec::new();
    if view.has(Half::Code) {
        blocks.push(("program", text(&listing.path())?));
        blocks.push(("twin", if view.no_twin { String::new() } else { text(&twin)? }));
    }
    if view.has(Half::Run) {
        blocks.push(("standard output", text(&listing.snapshot("stdout"))?));
        // The header of a panic begins with an empty line, which is left out.
        let errors = text(&listing.snapshot("stderr"))?;
        blocks.push(("standard error", errors.trim_start_matches('\n').to_owned()));
        blocks.push(("twin's output", text(&format!("{twin}.stdout"))?));
    }
    blocks.retain(|(_, text)| !text.is_empty());
    Ok(blocks)
}
