//! Checks of the libraries' items: each table shows known items and stands in its chapter, and each item is in a table.

use std::collections::BTreeSet;

use crate::catalogue::{Api, Catalogue, ITEMS, TABLES};
use crate::figure::{Request, requests};
use crate::problem::{Problem, problem, read};

/// The heading of a chapter's table.
const HEADING: &str = "\n## API met here\n";

pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let api = match Api::read(&catalogue.root) {
        Ok(api) => api,
        Err(problem) => return vec![problem],
    };
    let mut problems = Vec::new();
    // An appendix may have the name of a chapter.
    for chapter in catalogue.chapters().filter(|chapter| !chapter.is_appendix()) {
        // The check `files` reports a missing page.
        if let Ok(text) = read(&catalogue.root, &chapter.file()) {
            problems.extend(check_chapter(&api, &chapter.slug, &chapter.file(), &text));
        }
    }
    let mut shown = BTreeSet::new();
    for (chapter, rows) in &api.tables {
        if !catalogue.chapters().any(|known| known.slug == *chapter) {
            let line = rows.first().map_or(0, |row| row.line);
            problems
                .push(problem!("there is no chapter `{chapter}`; rename this table, or remove it").at(TABLES, line));
        }
        for row in rows {
            problems.extend(api.item(row).err());
            if !shown.insert((chapter, &row.item)) {
                problems.push(problem!("`{}` stands twice in this table; remove one", row.item).at(TABLES, row.line));
            }
        }
    }
    let in_tables: BTreeSet<&String> = shown.into_iter().map(|(_, item)| item).collect();
    for (path, item) in &api.items {
        if !in_tables.contains(path) {
            let message = problem!("no chapter shows `{path}`; name it in {TABLES}, or remove it");
            problems.push(message.at(ITEMS, item.line));
        }
        problems.extend(api.address(item).err());
    }
    problems
}

/// A chapter shows its own table, types none, and has the heading if it has one.
fn check_chapter(api: &Api, chapter: &str, file: &str, text: &str) -> Vec<Problem> {
    let section = text.split_once(HEADING).map(|(before, after)| {
        let end = after.find("\n## ").unwrap_or(after.len());
        (before.lines().count() + 2, &after[..end])
    });
    let Some((line, section)) = section else {
        let is_missing = api.tables.contains_key(chapter);
        let message = format!(
            "{TABLES} has a table for this chapter, which does not show it; add `{}`, and below `<!-- cmdrun lessons api {chapter} -->`",
            HEADING.trim()
        );
        return is_missing
            .then(|| Problem::in_file(file, message))
            .into_iter()
            .collect();
    };
    // The check of chapters reports an empty section.
    if section.trim().is_empty() && !api.tables.contains_key(chapter) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    if let Some(row) = section.lines().position(|line| line.starts_with('|')) {
        let message =
            format!("a typed table; name its items in {TABLES}, and write `<!-- cmdrun lessons api {chapter} -->`");
        problems.push(Problem::from(message).at(file, line + 1 + row));
    }
    let shows = |request: &Request| matches!(request, Request::Api { chapter: shown } if shown == chapter);
    if !requests(section).iter().any(shows) {
        let message =
            format!("this section does not show the chapter's items; add `<!-- cmdrun lessons api {chapter} -->`");
        problems.push(Problem::from(message).at(file, line));
    }
    problems
}
