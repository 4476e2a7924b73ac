//! Tables of the libraries' items: the chapters' "API met here", and the appendices that list them all.

use std::collections::BTreeMap;
use std::fs;

use crate::catalogue::{Api, Catalogue, Chapter, Item, Listing, TABLES};
use crate::problem::{Result, problem};

use super::markdown::{cell, chapter_link, link};

/// A chapter's table of the items that it shows.
///
/// # Errors
/// Fails if the items cannot be read, or if the chapter has no table, or one with unknown items.
pub fn met(catalogue: &Catalogue, chapter: &str) -> Result<String> {
    let api = Api::read(&catalogue.root)?;
    let rows = api.tables.get(chapter);
    let rows = rows.ok_or_else(|| problem!("{TABLES} has no table `{chapter}`; add it there"))?;
    let mut text = "| Item | What it is for | Since | Cancel safe |\n|---|---|---|---|\n".to_owned();
    for row in rows {
        let item = api.item(row)?;
        let purpose = cell(row.purpose.as_ref().unwrap_or(&item.purpose));
        let cancel = item
            .cancel
            .as_ref()
            .map_or("–".to_owned(), |cancel| cell(&cancel.to_string()));
        let since = match item.since.as_str() {
            unstable @ "unstable" => unstable.to_owned(),
            since => format!("{} {}", library(item), cell(since)),
        };
        text.push_str(&format!(
            "| {} | {purpose} | {since} | {cancel} |\n",
            item_link(&api, item)?
        ));
    }
    Ok(text)
}

/// An item's name, which leads to its documentation.
pub(super) fn item_link(api: &Api, item: &Item) -> Result<String> {
    Ok(format!("[{}]({})", cell(&api.name(item)), api.address(item)?))
}

/// What an item belongs to: a library, or the language.
fn library(item: &Item) -> String {
    let is_language = [&item.heading.0, &item.place.0].contains(&&"keyword".to_owned());
    if is_language { "Rust".to_owned() } else { item.package() }
}

/// All items that chapters show, each with the first chapter that does, in the order of the book.
fn taught<'a>(catalogue: &'a Catalogue, api: &'a Api) -> Result<Vec<(&'a Item, &'a Chapter)>> {
    let mut taught = Vec::<(&Item, &Chapter)>::new();
    for chapter in catalogue.chapters() {
        for row in api.tables.get(&chapter.slug).into_iter().flatten() {
            let item = api.item(row)?;
            if !taught.iter().any(|(known, _)| *known == item) {
                taught.push((item, chapter));
            }
        }
    }
    Ok(taught)
}

/// A table for each crate: its items by the version that introduced them. The heading names the version that the listings use.
///
/// # Errors
/// Fails if the items cannot be read, or if a chapter shows an unknown one.
pub fn versions(catalogue: &Catalogue) -> Result<String> {
    let api = Api::read(&catalogue.root)?;
    let mut crates = BTreeMap::<String, Vec<(Vec<u32>, String, String)>>::new();
    for (item, chapter) in taught(catalogue, &api)? {
        if item.since == "unstable" {
            continue;
        }
        let number = item.since.split([';', ',', ' ']).next().unwrap_or_default();
        let number: Vec<u32> = number.split('.').filter_map(|part| part.parse().ok()).collect();
        let row = format!(
            "| {} | {} | {} |\n",
            cell(&item.since),
            item_link(&api, item)?,
            chapter_link(chapter)
        );
        crates
            .entry(item.package())
            .or_default()
            .push((number, api.name(item), row));
    }
    let mut tables = Vec::new();
    for (package, mut rows) in crates {
        // The language and its library share their versions.
        let name = if package == "std" { "Rust" } else { &package };
        let version = api.version(&package).unwrap_or_default();
        rows.sort_by(|(one, first, _), (other, second, _)| other.cmp(one).then_with(|| first.cmp(second)));
        let rows: String = rows.into_iter().map(|(_, _, row)| row).collect();
        tables.push(format!(
            "## {name}, here {version}\n\n| Since | Item | Chapter |\n|---|---|---|\n{rows}"
        ));
    }
    Ok(tables.join("\n"))
}

/// A table of the items for which cancel safety matters, with a listing that uses each.
///
/// # Errors
/// The same as for [`versions`].
pub fn cancel_safety(catalogue: &Catalogue) -> Result<String> {
    let api = Api::read(&catalogue.root)?;
    let mut rows = BTreeMap::<String, String>::new();
    for (item, chapter) in taught(catalogue, &api)? {
        let Some(cancel) = &item.cancel else {
            continue;
        };
        let shown = shown_by(catalogue, item, chapter).map_or_else(|| chapter_link(chapter), link);
        let row = format!(
            "| {} | {} | {shown} |\n",
            item_link(&api, item)?,
            cell(&cancel.to_string())
        );
        rows.insert(api.name(item), row);
    }
    let rows: String = rows.into_values().collect();
    Ok(format!("| Item | Cancel safe | Shown by |\n|---|---|---|\n{rows}"))
}

/// The first listing that uses an item, in this chapter if possible.
fn shown_by<'a>(catalogue: &'a Catalogue, item: &Item, chapter: &Chapter) -> Option<&'a Listing> {
    let patterns = uses(item);
    let own = chapter.listings.iter().map(Listing::name).collect::<Vec<_>>();
    let (first, others): (Vec<&Listing>, Vec<&Listing>) =
        catalogue.listings().partition(|listing| own.contains(&listing.name()));
    let uses = |listing: &&Listing| {
        let source = fs::read_to_string(catalogue.listing_file(&listing.path())).unwrap_or_default();
        patterns.iter().any(|pattern| source.contains(pattern))
    };
    first.into_iter().chain(others).find(uses)
}

/// Texts by which to recognize a use of an item: `.lock(` and others for `Mutex::lock`, `join!` for `tokio::join!`.
fn uses(item: &Item) -> Vec<String> {
    let (kind, name) = match item.place.0.as_str() {
        "way" => (&item.heading.0, item.heading.1.rsplit("::").next().unwrap_or_default()),
        _ => (&item.place.0, item.place.1.as_str()),
    };
    match kind.as_str() {
        "macro" => vec![format!("{name}!")],
        "fn" | "method" | "tymethod" => [".", "::", " ", "("].map(|before| format!("{before}{name}(")).to_vec(),
        // Each listing has some.
        "keyword" => Vec::new(),
        _ => vec![name.to_owned()],
    }
}
