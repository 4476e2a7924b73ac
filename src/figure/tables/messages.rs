//! The messages of compile errors and panics in this book, and the listings that show them.

use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::run::output::snapshots;

use super::markdown::{cell, link};

/// The length to which messages are shortened, in characters.
const LONGEST: usize = 110;

/// A table of rustc's messages by error code, and a table of panic messages.
pub fn table(catalogue: &Catalogue) -> String {
    let mut errors = Vec::new();
    let mut panics = Vec::new();
    for listing in catalogue.listings() {
        let stderr = snapshots(catalogue, listing).stderr;
        if listing.suffix == Suffix::Fail {
            errors.extend(messages_of_errors(&stderr).map(|(code, message)| (code, message, listing)));
        } else {
            panics.extend(
                messages_of_panics(&stderr)
                    .into_iter()
                    .map(|message| (message, listing)),
            );
        }
    }
    errors.sort_by_key(|(code, message, _)| (code.is_empty(), code.clone(), message.clone()));
    panics.sort_by_key(|(message, _)| message.to_lowercase());
    let errors = rows(
        errors
            .into_iter()
            .map(|(code, message, listing)| (vec![code, message], listing)),
    );
    let panics = rows(panics.into_iter().map(|(message, listing)| (vec![message], listing)));
    format!(
        "## Compile errors\n\n| Code | Message | Listings |\n|---|---|---|\n{errors}\n\
         ## Panics\n\n| Message | Listings |\n|---|---|\n{panics}"
    )
}

/// A row for each message, with all listings that show it. Messages that differ only in names between backticks are the same.
fn rows<'a>(messages: impl Iterator<Item = (Vec<String>, &'a Listing)>) -> String {
    let mut rows = Vec::<(String, String, Vec<String>)>::new();
    for (cells, listing) in messages {
        let text: String = cells
            .iter()
            .map(|text| format!("{} | ", cell(&shorten(text))))
            .collect();
        let (kind, link) = (
            cells.join("\n").split('`').step_by(2).collect::<String>(),
            link(listing),
        );
        match rows.iter_mut().find(|(known, ..)| *known == kind) {
            Some((.., links)) if links.contains(&link) => {}
            Some((.., links)) => links.push(link),
            None => rows.push((kind, text, vec![link])),
        }
    }
    rows.iter()
        .map(|(_, text, links)| format!("| {text}{} |\n", links.join(", ")))
        .collect()
}

/// The compiler's error messages, each with its code, which may be empty.
fn messages_of_errors(stderr: &str) -> impl Iterator<Item = (String, String)> {
    stderr.lines().filter_map(|line| {
        let (head, message) = line.split_once(": ")?;
        let code = head.strip_prefix("error")?;
        let code = code.strip_prefix('[').and_then(|code| code.strip_suffix(']'));
        // The last message only counts the others.
        let is_sum = message.starts_with("aborting due to");
        (!is_sum).then(|| (code.unwrap_or_default().to_owned(), message.to_owned()))
    })
}

/// The messages of panics: the line after each header. Repeated messages appear once.
fn messages_of_panics(stderr: &str) -> Vec<String> {
    let lines: Vec<&str> = stderr.lines().collect();
    let mut messages: Vec<String> = lines
        .windows(2)
        .filter(|pair| pair[0].starts_with("thread ") && pair[0].contains(" panicked at "))
        .map(|pair| pair[1].to_owned())
        .collect();
    messages.dedup();
    messages
}

fn shorten(message: &str) -> String {
    if message.chars().count() <= LONGEST {
        return message.to_owned();
    }
    let mut short: String = message.chars().take(LONGEST - 1).chain(['…']).collect();
    if short.matches('`').count() % 2 == 1 {
        short.push('`');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_that_several_listings_show_have_one_row() {
        let listings =
            ["kitchen/boil/egg.rs", "kitchen/boil/pasta.rs"].map(|path| Listing::from_path(path).expect("a path"));
        let messages = [("`a` burnt", 0), ("`b` burnt", 1), ("`b` burnt", 1), ("cold", 0)];
        let table = rows(
            messages
                .iter()
                .map(|(message, listing)| (vec![message.to_string()], &listings[*listing])),
        );
        let [egg, pasta] = [link(&listings[0]), link(&listings[1])];
        assert_eq!(table, format!("| `a` burnt | {egg}, {pasta} |\n| cold | {egg} |\n"));
    }

    #[test]
    fn messages_are_found() {
        let stderr = "warning: unused\n\nerror[E0382]: use of moved value: `a`\n --> x\n\nerror: future cannot be sent\n\n\
            error: aborting due to 2 previous errors\n";
        let errors: Vec<_> = messages_of_errors(stderr).collect();
        let named = |code: &str, message: &str| (code.to_owned(), message.to_owned());
        let expected = [
            named("E0382", "use of moved value: `a`"),
            named("", "future cannot be sent"),
        ];
        assert_eq!(errors, expected);
        let stderr = "\nthread 'main' panicked at listings/a.rs:1:1:\nburnt\nnote: run with\n";
        assert_eq!(messages_of_panics(stderr), ["burnt"]);
    }
}
