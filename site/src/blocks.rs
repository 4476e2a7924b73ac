//! Checks that each code block on the built pages shows, to the letter, the program that ran or what it printed.
//!
//! The check reads the pages and the files, and nothing of what made the figures.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use async_lessons::catalogue::{Catalogue, Listing};
use async_lessons::figure::listing::{Half, View};
use async_lessons::figure::requests;
use async_lessons::problem::read;
use async_lessons::run::cuts::accepted;
use scraper::{ElementRef, Html};
use timeline::html::visible;

use crate::built::{address, selector};

/// The page of the whole book.
const WHOLE: &str = "print.html";

/// What a block shows, in a word or two, and its text.
type Block = (&'static str, String);

/// A figure that a chapter asks for.
type Figure<'c> = (&'c Listing, View);

/// Checks the pages in `folder`, which were made from the project in `root`. Each problem names its page.
///
/// # Errors
/// A file of the project, or a page, cannot be read.
pub fn check(root: &Path, folder: &Path) -> Result<Vec<String>> {
    let catalogue = Catalogue::load(root)?;
    let mut problems = Vec::new();
    let mut whole = Vec::new();
    let mut whole_cuts = Vec::new();
    for chapter in catalogue.front.iter().chain(catalogue.chapters()) {
        let requests = requests(&read(root, &chapter.file())?);
        let figures = requests.iter().filter_map(|request| {
            let listing = catalogue.listing(request.listing()?).ok()?;
            Some((listing, request.shows(listing)?))
        });
        let figures: Vec<Figure> = figures.collect();
        let cuts: Vec<String> = requests
            .iter()
            .filter_map(|request| request.accepted_cuts(&catalogue))
            .collect();
        let page = address(&chapter.path.with_extension("html"));
        let html = fs::read_to_string(folder.join(&page)).with_context(|| format!("cannot read {page}"))?;
        problems.extend(compare(&catalogue, &page, &html, &figures, &cuts)?);
        whole.extend(figures);
        whole_cuts.extend(cuts);
    }
    let html = fs::read_to_string(folder.join(WHOLE)).with_context(|| format!("cannot read {WHOLE}"))?;
    problems.extend(compare(&catalogue, WHOLE, &html, &whole, &whole_cuts)?);
    Ok(problems)
}

/// Compares a page with the figures that its chapter asks for, and with the snapshots of the cuts that it shows, in order.
fn compare(catalogue: &Catalogue, page: &str, html: &str, expected: &[Figure], cuts: &[String]) -> Result<Vec<String>> {
    let html = Html::parse_document(html);
    let figures: Vec<ElementRef> = html.select(&selector("figure.example")).collect();
    if let Some(problem) = wrong_figure(&figures, expected) {
        return Ok(vec![format!("{page}: {problem}")]);
    }
    let mut problems = Vec::new();
    for (figure, (listing, view)) in figures.iter().zip(expected) {
        let difference = difference(&shown(*figure), &in_files(catalogue, listing, *view)?);
        problems.extend(difference.map(|difference| format!("{page}: {listing}: {difference}")));
    }
    // mdBook hides what it calls boring. It is in the text all the same.
    if html.select(&selector("figure.example .boring")).next().is_some() {
        problems.push(format!("{page}: a line of a block is hidden"));
    }
    problems.extend(wrong_cuts(catalogue, page, &html, cuts)?);
    let blocks = selector("main pre");
    let inside = selector("figure.example pre");
    for block in html.select(&blocks).filter(|block| !inside.matches(block)) {
        let text: String = block.text().take(1).collect();
        problems.push(format!(
            "{page}: a block stands outside of the listings' figures: {text}"
        ));
    }
    Ok(problems)
}

/// What the figures of cuts on a page show otherwise than their snapshots say, in order.
fn wrong_cuts(catalogue: &Catalogue, page: &str, html: &Html, expected: &[String]) -> Result<Vec<String>> {
    let (rows, cells, samples) = (selector("tbody > tr"), selector("td"), selector("samp.stdout"));
    let row = |row: ElementRef| {
        let cell = row.select(&cells).next();
        let place: String = cell.map(|cell| cell.text().collect()).unwrap_or_default();
        let printed = row.select(&samples).flat_map(|printed| printed.text());
        (place, printed.collect::<String>())
    };
    let figures: Vec<ElementRef> = html.select(&selector("figure.cuts")).collect();
    let mut problems = Vec::new();
    if figures.len() != expected.len() {
        problems.push(format!(
            "{page}: shows {} figures of cuts, not {}",
            figures.len(),
            expected.len()
        ));
    }
    for (figure, file) in figures.iter().zip(expected) {
        let text = read(&catalogue.root, &format!("listings/{file}"))?;
        let in_file = accepted(&text)
            .into_iter()
            .map(|(place, printed)| (place, visible(&printed.replace('\n', ""))));
        let shown = figure.select(&rows).map(row);
        if !shown.eq(in_file) {
            problems.push(format!("{page}: the figure of {file} differs from it"));
        }
    }
    Ok(problems)
}

/// The first figure on a page that is not the expected one. Figures are compared by their labels, because the page of the whole
/// book numbers repeated ids.
fn wrong_figure(figures: &[ElementRef], expected: &[Figure]) -> Option<String> {
    let name = |place: usize| Some(figures.get(place)?.attr("aria-label").unwrap_or_default().to_owned());
    let expected_name = |place: usize| Some(expected.get(place)?.0.name());
    let place = (0..figures.len().max(expected.len())).find(|place| name(*place) != expected_name(*place))?;
    let or_none = |name: Option<String>| name.unwrap_or_else(|| "no figure".into());
    Some(format!(
        "shows {} where its chapter asks for {}",
        or_none(name(place)),
        or_none(expected_name(place))
    ))
}

/// The first difference between the blocks of a figure and those from the files.
fn difference(shown: &[Block], in_files: &[Block]) -> Option<String> {
    if shown == in_files {
        return None;
    }
    let kinds = |blocks: &[Block]| blocks.iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
    match shown.iter().zip(in_files).find(|(one, other)| one != other) {
        Some(((kind, shown), (other, file))) if kind == other => Some(format!(
            "the block of its {kind} differs from its file\n--- page\n{shown}--- file\n{file}"
        )),
        _ => Some(format!("shows {:?}, not {:?}", kinds(shown), kinds(in_files))),
    }
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
            // Notes and further errors are folded into a block of their own. In the file an empty line stands before an error.
            Some((last, before)) if *last == kind => {
                let between = if text.starts_with("error") { "\n" } else { "" };
                *before += &format!("{between}{text}");
            }
            _ => blocks.push((kind, text)),
        }
    }
    blocks
}

/// The blocks that a figure of a listing must show, in order, from the files.
fn in_files(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<Vec<Block>> {
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
        // The figure leaves out the empty line that begins the header of a panic.
        let errors = text(&listing.snapshot("stderr"))?;
        blocks.push(("standard error", errors.trim_start_matches('\n').to_owned()));
        blocks.push(("twin's output", text(&format!("{twin}.stdout"))?));
    }
    blocks.retain(|(_, text)| !text.is_empty());
    Ok(blocks)
}
