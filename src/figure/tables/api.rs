//! Appendix tables made from the chapters' own tables, "API met here".

use std::collections::BTreeMap;
use std::fs;

use crate::catalogue::{Catalogue, Chapter, Listing};
use crate::problem::{Problem, Result};

use super::markdown::{chapter_link, link};

/// The heading of a chapter's table.
const HEADING: &str = "## API met here";

/// A row of a chapter's own table.
pub struct Item<'a> {
    /// The chapter.
    pub chapter: &'a Chapter,
    /// The API: `` `Mutex::lock` ``.
    pub name: String,
    /// The crate and the version that introduced the item: `tokio 1.0`.
    pub since: String,
    /// Whether it is cancel safe, in words; `–` if the question does not apply.
    pub cancel_safe: String,
}

/// All rows, in the order of the book.
///
/// # Errors
/// Fails if a row does not have four cells.
pub fn items(catalogue: &Catalogue) -> Result<Vec<Item<'_>>> {
    let mut items = Vec::new();
    for chapter in catalogue.chapters() {
        let text = fs::read_to_string(catalogue.root.join("book").join(&chapter.path));
        // The check `files` reports a missing page.
        let text = text.unwrap_or_default();
        let Some((_, table)) = text.split_once(HEADING) else {
            continue;
        };
        let rows = table.lines().skip_while(|line| !line.starts_with('|'));
        // The first two lines are the header and its rule.
        for row in rows.take_while(|line| line.starts_with('|')).skip(2) {
            let cells = cells(row);
            let [name, _, since, cancel_safe] = cells.as_slice() else {
                return Err(Problem::in_file(
                    chapter.file(),
                    format!(
                        "expected four cells in a row of \"API met here\", found {}: {row}",
                        cells.len()
                    ),
                ));
            };
            items.push(Item {
                chapter,
                name: name.clone(),
                since: since.clone(),
                cancel_safe: cancel_safe.clone(),
            });
        }
    }
    Ok(items)
}

/// The cells of a row. An escaped bar, `\|`, does not separate cells.
fn cells(row: &str) -> Vec<String> {
    let row = row
        .trim()
        .trim_start_matches('|')
        .trim_end_matches('|')
        .replace("\\|", "\u{0}");
    row.split('|').map(|cell| cell.trim().replace('\u{0}', "\\|")).collect()
}

/// A table for each crate: its items by the version that introduced them. The heading names the version that the listings use.
///
/// # Errors
/// The same as for [`items`].
pub fn versions(catalogue: &Catalogue) -> Result<String> {
    let mut crates = BTreeMap::<String, Vec<(Vec<u32>, Item<'_>)>>::new();
    for item in items(catalogue)? {
        let Some((name, version)) = item.since.split_once(' ') else {
            continue; // Unstable, or without its own version.
        };
        let number = version.split([';', ',', ' ']).next().unwrap_or_default();
        let number: Vec<u32> = number.split('.').filter_map(|part| part.parse().ok()).collect();
        // The language and its library share their versions.
        let name = if name == "std" { "Rust" } else { name };
        crates.entry(name.to_owned()).or_default().push((number, item));
    }
    let lock = fs::read_to_string(catalogue.root.join("Cargo.lock")).unwrap_or_default();
    let toolchain = fs::read_to_string(catalogue.root.join("rust-toolchain.toml")).unwrap_or_default();
    let mut text = String::new();
    for (name, mut items) in crates {
        let used = match name.as_str() {
            "Rust" => quoted_after(&toolchain, "channel = "),
            name => quoted_after(&lock, &format!("name = \"{name}\"\nversion = ")),
        };
        let used = used.map_or_else(String::new, |version| format!(", here {version}"));
        items.sort_by(|(one, first), (other, second)| other.cmp(one).then_with(|| first.name.cmp(&second.name)));
        text.push_str(&format!(
            "## {name}{used}\n\n| Since | Item | Chapter |\n|---|---|---|\n"
        ));
        let mut seen = Vec::new();
        for (_, item) in items {
            // If several chapters use an item, the first one teaches it.
            if !seen.contains(&item.name) {
                let version = item.since.split_once(' ').map_or("", |(_, version)| version);
                text.push_str(&format!(
                    "| {version} | {} | {} |\n",
                    item.name,
                    chapter_link(item.chapter)
                ));
                seen.push(item.name);
            }
        }
        text.push('\n');
    }
    Ok(text)
}

/// The first quoted text after `before`.
fn quoted_after<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split('"').nth(1)
}

/// A table of the items for which cancel safety matters, with a listing that uses each.
///
/// # Errors
/// The same as for [`items`].
pub fn cancel_safety(catalogue: &Catalogue) -> Result<String> {
    let mut rows = BTreeMap::<String, String>::new();
    for item in items(catalogue)? {
        if item.cancel_safe.trim_matches(['–', '-', ' ']).is_empty() || rows.contains_key(&item.name) {
            continue;
        }
        let shown = shown_by(catalogue, &item).map_or_else(|| chapter_link(item.chapter), link);
        rows.insert(
            item.name.clone(),
            format!("| {} | {} | {shown} |\n", item.name, item.cancel_safe),
        );
    }
    let rows: String = rows.into_values().collect();
    Ok(format!("| Item | Cancel safe | Shown by |\n|---|---|---|\n{rows}"))
}

/// The first listing that calls an item, in the item's chapter if possible.
fn shown_by<'a>(catalogue: &'a Catalogue, item: &Item<'_>) -> Option<&'a Listing> {
    let patterns = call_patterns(&item.name)?;
    let own = item.chapter.listings.iter().map(Listing::name).collect::<Vec<_>>();
    let (first, others): (Vec<&Listing>, Vec<&Listing>) =
        catalogue.listings().partition(|listing| own.contains(&listing.name()));
    let calls = |listing: &&Listing| {
        let source = fs::read_to_string(catalogue.listing_file(&listing.path())).unwrap_or_default();
        patterns.iter().any(|pattern| source.contains(pattern))
    };
    first.into_iter().chain(others).find(calls)
}

/// Texts by which to recognize a call of an item: `.lock(` and others for `` `Mutex::lock` ``, `join!` for `` `tokio::join!` ``.
fn call_patterns(name: &str) -> Option<Vec<String>> {
    let code = name.split('`').nth(1)?;
    let path = code.split(['<', '(']).next().unwrap_or(code);
    let last = path
        .rsplit("::")
        .next()
        .unwrap_or(path)
        .trim_matches(['{', '}', ';', ' ']);
    let first = last.split(',').next().unwrap_or(last).trim();
    if first.ends_with('!') {
        return Some(vec![first.to_owned()]);
    }
    let is_type = first.starts_with(char::is_uppercase);
    Some(if is_type {
        vec![first.to_owned()]
    } else {
        vec![
            format!(".{first}("),
            format!("::{first}("),
            format!(" {first}("),
            format!("({first}("),
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_names_are_parsed() {
        assert_eq!(
            cells("| `a` | b \\| c | tokio 1.0 | – |"),
            ["`a`", "b \\| c", "tokio 1.0", "–"]
        );
        assert_eq!(call_patterns("`tokio::join!`"), Some(vec!["join!".to_owned()]));
        assert_eq!(
            call_patterns("`JoinError::{is_panic, is_cancelled}`").expect("it is code")[0],
            ".is_panic("
        );
        assert_eq!(
            call_patterns("`JoinHandle<T>`, awaited"),
            Some(vec!["JoinHandle".to_owned()])
        );
    }
}
