//! The figure of a listing: caption, code, twin, output, the twin's output where it differs, and the timeline where time passes.
//!
//! It is complete where it is made, as HTML that stands in Markdown as it is: no later pass looks for it.

use std::fs;

use clap::{Args, ValueEnum};
use serde::Deserialize;
use timeline::html::escape;

use super::control::visible;
use super::playground;
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Result, read};
use crate::run::observe::{self, Observation};
use crate::run::store::{self, Store};
use crate::run::{self, diagnose, record, twin};

/// Which parts of a figure are wanted: all of them by default.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// Leave out the twin's code
    #[arg(long)]
    pub no_twin: bool,
    /// Leave out the timeline, although time passes
    #[arg(long)]
    pub no_timeline: bool,
    /// One half of the figure only: a riddle, and later its solution
    #[arg(long)]
    pub only: Option<Half>,
}

/// A half of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum)]
pub enum Half {
    /// The program, its twin, and the command that runs it
    Code,
    /// The command, what came out, and the timeline
    Run,
}

impl Half {
    /// Both halves.
    pub const BOTH: [Half; 2] = [Half::Code, Half::Run];
}

impl View {
    /// Whether this half is wanted.
    pub fn has(self, half: Half) -> bool {
        self.only.is_none_or(|only| only == half)
    }
}

/// The figure of a listing, provided that it prints what the tests have accepted. It ends with a line end and holds no blank line,
/// which would end it in Markdown.
///
/// The listing is run once. A figure is kept and made again only after a change of what it is made from.
///
/// # Errors
/// The listing, or its twin, does something else than its suffix says, or prints something else than its snapshot.
pub fn figure(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<String> {
    let store = Store::open(&catalogue.root, "figures", (store::program(), record::stage_sources()));
    let key = (view, sources(catalogue, listing));
    if let Some(known) = store.get(&key) {
        return Ok(known);
    }
    let made = make(catalogue, listing, view)?;
    store.put(&key, &made);
    Ok(made)
}

/// All files from which a figure is made; `None` for one that is missing.
fn sources(catalogue: &Catalogue, listing: &Listing) -> Vec<(String, Option<Vec<u8>>)> {
    let twin = listing.twin();
    let files = [
        listing.path(),
        listing.snapshot("stdout"),
        listing.snapshot("stderr"),
        format!("{twin}.stdout"),
        twin,
        // It may hold the project's address, to which listings are linked.
        "../book.toml".to_owned(),
    ];
    let with_text = |file: String| {
        let text = fs::read(catalogue.listing_file(&file)).ok();
        (file, text)
    };
    files.map(with_text).into()
}

fn make(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<String> {
    let (observation, trace) = if listing.suffix.is_virtual() {
        run::build(catalogue, [listing])?;
        let (trace, finished) = record::record(catalogue, listing)?;
        (observe::accept(catalogue, listing, finished)?, Some(trace))
    } else {
        (observe::verified(catalogue, listing)?, None)
    };
    let twin = match twin::file(catalogue, listing) {
        Some(_) => Some(twin::verified(catalogue, listing)?),
        None => None,
    };
    let name = listing.name();
    // The half with the code comes first: links to the listing lead there.
    let id = anchor(listing) + if view.has(Half::Code) { "" } else { "-run" };
    let mut html = format!("<figure class=\"example\" id=\"{id}\" aria-label=\"{name}\">\n");
    html += &caption(catalogue, listing);
    if view.has(Half::Code) {
        html += &code(catalogue, listing, twin.is_some() && !view.no_twin)?;
    }
    html += &command(listing, playground::runs(catalogue, listing, trace.as_ref())?);
    if view.has(Half::Run) {
        html += &output(listing, &observation);
        if let Some((printed, is_own)) = twin {
            html += &twin_output(listing, &printed, is_own);
        }
        if let Some(trace) = trace.filter(|_| !view.no_timeline) {
            // Where no time passes there is nothing to draw.
            html += &timeline::figure(&trace).unwrap_or_default();
        }
    }
    Ok(html + "</figure>\n")
}

/// The id of a listing on its page.
pub fn anchor(listing: &Listing) -> String {
    format!("listing-{}", listing.example())
}

/// The listing's path, with its name in bold, and what to expect of it; a link where the project has an address.
fn caption(catalogue: &Catalogue, listing: &Listing) -> String {
    let path = listing.path();
    let name = listing.name();
    // The path holds the name; this is the one place that says both.
    let (part, suffix) = path.split_once(&name).unwrap_or(("", ""));
    let mut source = format!("<span class=\"source\">listings/{part}<b>{name}</b>{suffix}</span>");
    if let Some(address) = repository(catalogue) {
        source = format!("<a href=\"{address}/blob/main/listings/{path}\">{source}</a>");
    }
    if !listing.suffix.remark().is_empty() {
        source.push_str(&format!(" <span class=\"kind\">{}</span>", listing.suffix.remark()));
    }
    format!("<figcaption class=\"listing\">{source}</figcaption>\n")
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

/// The program and, in one box with it, its twin.
fn code(catalogue: &Catalogue, listing: &Listing, has_twin: bool) -> Result<String> {
    let source = |path: String| read(&catalogue.root, &format!("listings/{path}"));
    // mdBook 0.5 hides lines that begin with `# ` in code whose first language is `rust`; the highlighter knows `rs` as well.
    let rust = block("language-rs language-rust", &source(listing.path())?);
    if !has_twin {
        return Ok(rust);
    }
    let python = block("language-python", &source(listing.twin())?);
    Ok(format!("<div class=\"twins\">\n{rust}{python}</div>\n"))
}

/// The command that runs a listing; a script puts a button beside it that runs the listing elsewhere, where that can be done.
fn command(listing: &Listing, on_playground: bool) -> String {
    let runs = if on_playground { " data-runs=\"playground\"" } else { "" };
    format!(
        "<div class=\"command\"{runs}><code>cargo run {}</code></div>\n",
        listing.name()
    )
}

/// What the listing prints, or what rustc says of it.
fn output(listing: &Listing, observation: &Observation) -> String {
    let mut html = stream("stdout", &observation.stdout);
    if listing.suffix != Suffix::Fail {
        // The panic header of the standard library begins with an empty line.
        return html + &stream("stderr", observation.stderr.trim_start_matches('\n'));
    }
    // A mistake inside a macro has echoes. They stay within reach, but the first error is the one to read.
    let (first, echoes) = diagnose::first_error(&observation.stderr);
    html += &stream("stderr", first);
    if !echoes.is_empty() {
        let count = echoes.lines().filter(|line| line.starts_with("error")).count();
        let what = match count {
            1 => "1 more error".to_owned(),
            _ => format!("{count} more errors"),
        };
        html += &format!(
            "<details class=\"stderr\"><summary>{what}</summary>\n{}</details>\n",
            stream("stderr", echoes)
        );
    }
    html
}

/// The command that runs a listing's twin, and what the twin prints, where that is something else.
fn twin_output(listing: &Listing, printed: &str, is_own: bool) -> String {
    let remark = if is_own { "prints" } else { "prints the same" };
    let command = format!(
        "<div class=\"command twin\"><code>cargo run {} --python</code> <span class=\"kind\">{remark}</span></div>\n",
        listing.name()
    );
    let output = if is_own {
        stream("python", printed)
    } else {
        String::new()
    };
    command + &output
}

/// What came out of one stream; nothing for nothing.
fn stream(class: &str, printed: &str) -> String {
    if printed.is_empty() {
        return String::new();
    }
    format!("<div class=\"{class}\">\n{}</div>\n", block("language-text", printed))
}

/// A block that shows a text to the letter, but for control characters, which are shown as their pictures. It has no blank line,
/// which would end the figure in Markdown.
pub fn block(class: &str, text: &str) -> String {
    let html = format!("<pre><code class=\"{class}\">{}</code></pre>\n", escape(&visible(text)));
    without_blank_lines(&html)
}

/// HTML in which each line feed before a blank line is written as a character reference: Markdown then sees one long line.
fn without_blank_lines(html: &str) -> String {
    let mut lines = html.split('\n');
    let mut text = lines.next().unwrap_or_default().to_owned();
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_none();
        let is_blank = line.trim_ascii().is_empty() && !is_last;
        text.push_str(if is_blank { "&#10;" } else { "\n" });
        text.push_str(line);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_hold_any_text_and_no_blank_line() {
        let text = "# Title\n\n```\n{{#include x}} & <b>\n  \n\u{1b}[0m\n";
        assert_eq!(
            block("language-text", text),
            "<pre><code class=\"language-text\"># Title&#10;\n```\n{{#include x}} &amp; &lt;b&gt;&#10;  \n␛[0m\n</code></pre>\n"
        );
        assert_eq!(without_blank_lines("\n\na\n"), "&#10;\na\n");
    }

    /// The caption of a listing in a project with these settings.
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
            format!("<figcaption class=\"listing\">{source}</figcaption>\n")
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
