//! What `lessons` writes into a chapter, as Markdown.

use std::fs;

use serde::Deserialize;

use crate::catalogue::{Catalogue, Kind, Listing};
use crate::diagnose;
use crate::observe::Observation;
use crate::tables::anchor;

/// What the page says around a listing: its name, the command that runs it, and what it prints; the same for its twin, if it has
/// one: what that prints, and whether that was accepted for it alone.
pub fn output(
    catalogue: &Catalogue,
    listing: &Listing,
    observation: &Observation,
    twin: Option<&(String, bool)>,
    on_playground: bool,
) -> String {
    let mut text = caption(catalogue, listing) + &command(listing, on_playground);
    text.push_str(&block("stdout", &observation.stdout));
    if listing.kind == Kind::Fail {
        // A mistake inside a macro has echoes. They stay within reach, but the first error is the one to read.
        let (first, echoes) = diagnose::first_error(&observation.stderr);
        text.push_str(&block("stderr", first));
        if !echoes.is_empty() {
            let count = echoes.lines().filter(|line| line.starts_with("error")).count();
            let what = if count == 1 {
                "1 more error".to_owned()
            } else {
                format!("{count} more errors")
            };
            text.push_str(&format!(
                "\n<details class=\"stderr\"><summary>{what}</summary>\n{}\n</details>\n",
                block("stderr", echoes)
            ));
        }
    } else {
        // The panic header of the standard library begins with an empty line.
        text.push_str(&block("stderr", observation.stderr.trim_start_matches('\n')));
    }
    if let Some((printed, is_own)) = twin {
        text.push_str(&twin_output(listing, printed, *is_own));
    }
    text
}

/// The command that runs a listing's twin, and what that prints, where it is something else.
fn twin_output(listing: &Listing, printed: &str, is_own: bool) -> String {
    let remark = if is_own { "prints" } else { "prints the same" };
    let caption = format!(
        "\n<div class=\"command twin\"><code>cargo run {} --python</code> <span class=\"kind\">{remark}</span></div>\n",
        listing.name()
    );
    let output = if is_own {
        block("python", printed)
    } else {
        String::new()
    };
    caption + &output
}

/// A stream's output as a block of its own; nothing for nothing.
fn block(stream: &str, printed: &str) -> String {
    if printed.is_empty() {
        return String::new();
    }
    let fence = fence(printed);
    let printed = escape(printed);
    format!("\n<div class=\"{stream}\">\n\n{fence}text\n{printed}{fence}\n\n</div>\n")
}

/// The listing's name, what to expect of it, and where its source lies: its path, a link where the project has an address.
fn caption(catalogue: &Catalogue, listing: &Listing) -> String {
    let path = listing.path();
    let name = listing.name();
    // The path holds the name; this is the one place that says both.
    let (part, suffix) = path.split_once(&name).unwrap_or(("", ""));
    let mut source = format!("<span class=\"source\">listings/{part}<b>{name}</b>{suffix}</span>");
    if let Some(address) = repository(catalogue) {
        source = format!("<a href=\"{address}/blob/main/listings/{path}\">{source}</a>");
    }
    if !listing.kind.remark().is_empty() {
        source.push_str(&format!(" <span class=\"kind\">{}</span>", listing.kind.remark()));
    }
    format!("<div class=\"listing\" id=\"{}\">{source}</div>\n", anchor(listing))
}

/// The command that runs a listing; a script puts a button beside it that runs the listing elsewhere, where that can be done.
fn command(listing: &Listing, on_playground: bool) -> String {
    let runs = if on_playground { " data-runs=\"playground\"" } else { "" };
    format!(
        "<div class=\"command\"{runs}><code>cargo run {}</code></div>\n",
        listing.name()
    )
}

/// A fence that the text does not close.
fn fence(text: &str) -> String {
    let longest = text
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

/// mdBook would read `{{#…}}` in an output as an include.
fn escape(text: &str) -> String {
    let text = text.replace("{{#", "\\{{#");
    if text.ends_with('\n') { text } else { text + "\n" }
}

/// The line of a listing that holds `text`: `line 6`.
///
/// # Errors
/// No line holds it, or more than one.
pub fn line(catalogue: &Catalogue, listing: &Listing, text: &str) -> Result<String, String> {
    let file = catalogue.listing_file(&listing.path());
    let source = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines: Vec<usize> = (1..)
        .zip(source.lines())
        .filter(|(_, line)| line.contains(text))
        .map(|(number, _)| number)
        .collect();
    match lines.as_slice() {
        [line] => Ok(format!("line {line}")),
        [] => Err(format!("listings/{}: no line holds `{text}`", listing.path())),
        many => Err(format!(
            "listings/{}: lines {many:?} hold `{text}`; give more of the one that is meant",
            listing.path()
        )),
    }
}

/// The project's public address: the one setting is `git-repository-url` in `book.toml`, and it may be missing.
pub fn repository(catalogue: &Catalogue) -> Option<String> {
    #[derive(Deserialize)]
    struct Book {
        output: Option<Output>,
    }
    #[derive(Deserialize)]
    struct Output {
        html: Option<Html>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Html {
        git_repository_url: Option<String>,
    }
    let text = fs::read_to_string(catalogue.root.join("book.toml")).ok()?;
    let address = toml::from_str::<Book>(&text).ok()?.output?.html?.git_repository_url?;
    Some(address.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_output_escapes_its_block() {
        assert_eq!(fence("plain"), "```");
        assert_eq!(fence("a ```` b"), "`````");
        assert_eq!(escape("{{#include x}}"), "\\{{#include x}}\n");
    }

    /// What is said above a listing, in a project with these settings.
    fn captioned(path: &str, settings: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder for the project");
        fs::write(folder.path().join("book.toml"), settings).expect("a file can be written");
        let catalogue = Catalogue {
            root: folder.path().to_owned(),
            front: Vec::new(),
            parts: Vec::new(),
        };
        caption(&catalogue, &Listing::from_path(path).expect("a listing's path"))
    }

    #[test]
    fn a_caption_is_the_path_with_the_name_in_bold_and_a_link_where_there_is_an_address() {
        let source = "<span class=\"source\">listings/tasks/<b>join/three-fetches</b>.rs</span>";
        assert_eq!(
            captioned("tasks/join/three-fetches.rs", ""),
            format!("<div class=\"listing\" id=\"listing-join-three-fetches\">{source}</div>\n")
        );
        let address = "[output.html]\ngit-repository-url = \"https://example.org/book/\"";
        let link = "<a href=\"https://example.org/book/blob/main/listings/tasks/join/three-fetches.rs\">";
        assert!(captioned("tasks/join/three-fetches.rs", address).contains(&format!("{link}{source}</a>")));
        let hang = captioned("sync/deadlock/of-two.hang.rs", "");
        assert!(
            hang.contains("</b>.hang.rs</span> <span class=\"kind\">never ends</span>"),
            "{hang}"
        );
    }

    #[test]
    fn only_a_command_that_the_playground_can_run_says_so() {
        let listing = Listing::from_path("tasks/join/three-fetches.rs").expect("a listing's path");
        assert!(command(&listing, true).contains("<div class=\"command\" data-runs=\"playground\">"));
        assert!(!command(&listing, false).contains("playground"));
    }
}
