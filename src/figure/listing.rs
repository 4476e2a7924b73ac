//! The figure of a listing: caption, code, twin, output, the twin's output if it differs, and a timeline if time passes.
//!
//! The figure is complete HTML that Markdown passes through unchanged. No later pass modifies it.

use std::fs;

use clap::{Args, ValueEnum};
use timeline::html::escape;

use super::changes::{self, Change, change, earlier};
use super::playground;
use crate::catalogue::settings::{origin, settings};
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, Result, read};
use crate::run::attempt::asks_for_workers;
use crate::run::late::beside;
use crate::run::output::{self, Output};
use crate::run::store::{self, Store};
use crate::run::{build, diagnose, is_current, record, twin};
use crate::terminal;

/// Which parts of a figure to show; by default, all of them.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// Leave out the twin's code
    #[arg(long)]
    pub no_twin: bool,
    /// Leave out the timeline, even if time passes
    #[arg(long)]
    pub no_timeline: bool,
    /// Say that the listing prints something else in other orders of polling, which is what it shows
    #[arg(long)]
    pub ordered: bool,
    /// Show only one half of the figure: first a riddle, later its solution
    #[arg(long)]
    pub only: Option<Half>,
}

/// A half of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum)]
pub enum Half {
    /// The program, its twin, and the command that runs it
    Code,
    /// The command, the output and the timeline
    Run,
}

impl Half {
    /// Both halves.
    pub const BOTH: [Half; 2] = [Half::Code, Half::Run];
}

impl View {
    /// Whether to show this half.
    pub fn has(self, half: Half) -> bool {
        self.only.is_none_or(|only| only == half)
    }
}

/// The figure of a listing, as HTML. It ends with a line feed and contains no blank line, which would end it in Markdown.
///
/// Runs the listing once, to verify its output. The figure is stored until something that it depends on changes.
///
/// # Errors
/// Fails if the listing does not do what its suffix promises, or if it or its twin prints something other than its snapshot.
pub fn figure(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<String> {
    let store = Store::open(
        &catalogue.root,
        "figures",
        (store::program(), record::stage_fingerprint()),
    );
    // Without Python a twin is not verified.
    let is_twin_verified = twin::file(catalogue, listing).is_some() && twin::python().is_ok();
    // Captions link to the project's address.
    let sources_before = sources(catalogue, listing);
    let key = (view, is_twin_verified, origin(&catalogue.root), &sources_before);
    if let Some(known) = store.get(&key) {
        return Ok(known);
    }
    let (html, late) = render(catalogue, listing, view)?;
    if let Some(problem) = late {
        // Not stored, so that the next build runs the listing again.
        terminal::note(&format_args!("warning: {problem}The page shows what is accepted."));
    } else if is_current(catalogue, listing) && sources_before == sources(catalogue, listing) {
        // A source that was saved after its program was built, or while it ran, is not what ran.
        store.put(&key, &html);
    }
    Ok(html)
}

/// The paths and contents of all files that a figure depends on; `None` for a missing file.
fn sources(catalogue: &Catalogue, listing: &Listing) -> Vec<(String, Option<Vec<u8>>)> {
    let twin = listing.twin();
    let files = [
        listing.path(),
        listing.snapshot("stdout"),
        listing.snapshot("stderr"),
        format!("{twin}.stdout"),
        twin,
    ];
    let with_content = |file: String| {
        let content = fs::read(catalogue.listing_file(&file)).ok();
        (file, content)
    };
    // It may be shown as a change of one of these.
    let earlier = earlier(catalogue, listing).flat_map(|other| [other.path(), other.twin()]);
    files.into_iter().chain(earlier).map(with_content).collect()
}

/// Runs the listing and its twin, and renders the figure. Also returns a problem if one of them was late.
fn render(catalogue: &Catalogue, listing: &Listing, view: View) -> Result<(String, Option<Problem>)> {
    let (verified, trace) = if listing.suffix.is_virtual() {
        beside(|| build(catalogue, [listing]))?;
        let (trace, finished) = beside(|| record::record(catalogue, listing, None))?;
        (output::verify(catalogue, listing, finished)?, Some(trace))
    } else {
        (output::build_and_verify(catalogue, listing)?, None)
    };
    let (twin, late) = match twin::file(catalogue, listing) {
        Some(_) => {
            let (twin, late) = twin::verified_snapshot(catalogue, listing)?;
            (Some(twin), verified.late.or(late))
        }
        None => (None, verified.late),
    };
    let name = listing.name();
    // Links to the listing lead to the half with the code.
    let id = anchor(listing) + if view.has(Half::Code) { "" } else { "-run" };
    let mut html = format!("<figure class=\"example\" id=\"{id}\" aria-label=\"{name}\">\n");
    html += &caption(catalogue, listing, &id);
    if view.ordered {
        let remark = " <span class=\"kind\">in other orders of polling it prints something else</span></figcaption>";
        html = html.replacen("</figcaption>", remark, 1);
    }
    if view.has(Half::Code) {
        html += &code(catalogue, listing, twin.as_ref().filter(|_| !view.no_twin))?;
    }
    // A style sheet puts it beside the code if there is room.
    html += "<div class=\"result\">\n";
    let on_playground = playground::runs(catalogue, listing, trace.as_ref())?;
    html += &command(listing, on_playground, twin.as_ref());
    if view.has(Half::Run) {
        html += &streams(listing, &verified.output);
        html += &twin.map_or(String::new(), |twin| twin_output(&twin));
        if let Some(trace) = trace.filter(|_| !view.no_timeline) {
            // If no time passes, there is no timeline.
            html += &timeline::figure(&trace).unwrap_or_default();
        }
    }
    Ok((
        html + "</div>
</figure>
",
        late,
    ))
}

/// The id of a listing's figure on its page.
pub fn anchor(listing: &Listing) -> String {
    format!("listing-{}", listing.example())
}

/// The listing's path with its name in bold, which is a link to the figure with this id; its suffix's remark; and a link to the file if
/// the project has an address.
pub(super) fn caption(catalogue: &Catalogue, listing: &Listing, id: &str) -> String {
    let path = listing.path();
    let name = listing.name();
    // The path contains the name.
    let (part, suffix) = path.split_once(&name).unwrap_or(("", ""));
    // A link to the figure itself, to which a script adds the instant.
    let here = format!("<a class=\"here\" href=\"#{id}\"><b>{name}</b></a>");
    let mut source = format!("<span class=\"source\">listings/{part}{here}{suffix}</span>");
    if let Some(address) = repository(catalogue) {
        source.push_str(&format!(" <a href=\"{address}/blob/main/listings/{path}\">source</a>"));
    }
    if !listing.suffix.remark().is_empty() {
        source.push_str(&format!(" <span class=\"kind\">{}</span>", listing.suffix.remark()));
    }
    let text = fs::read_to_string(catalogue.listing_file(&path)).unwrap_or_default();
    if listing.suffix.is_virtual() && asks_for_workers(&text) {
        source.push_str(" <span class=\"kind\">one thread in this run, not several workers</span>");
    }
    format!("<figcaption class=\"listing\">{source}</figcaption>\n")
}

/// The project's public address: the setting `git-repository-url`, which may be missing.
pub fn repository(catalogue: &Catalogue) -> Option<String> {
    let settings = settings(&catalogue.root).ok()?;
    let address: String = settings.get("output.html.git-repository-url").ok()??;
    Some(address.trim_end_matches('/').to_owned())
}

/// The listing's source, in one box with its twin's. The lines are marked in which they differ from an earlier listing or twin; a twin
/// only if its output is its own.
fn code(catalogue: &Catalogue, listing: &Listing, twin: Option<&twin::Snapshot>) -> Result<String> {
    let source = |path: String| read(&catalogue.root, &format!("listings/{path}"));
    let text = source(listing.path())?;
    let change = change(&text, earlier(catalogue, listing), |other| {
        source(other.path()).map(Some)
    })?;
    // mdBook 0.5 hides lines that begin with `# ` if `rust` is the first language. The highlighter also knows `rs`.
    let rust = marked(block("language-rs language-rust", &text), change.as_ref());
    let Some(snapshot) = twin else {
        return Ok(format!("<div class=\"code\">\n{rust}</div>\n"));
    };
    let text = source(listing.twin())?;
    let others = earlier(catalogue, listing).filter(|_| snapshot.is_own);
    let change = changes::change(&text, others, |other| match twin::file(catalogue, other) {
        Some(_) => source(other.twin()).map(Some),
        None => Ok(None),
    })?;
    let python = marked(block("language-python", &text), change.as_ref());
    Ok(format!("<div class=\"code twins\">\n{rust}{python}</div>\n"))
}

/// A block, marked with the lines that changed: `data-changed="3-7 12-12" data-since="join/three-fetches"`. A script folds the others.
fn marked(block: String, change: Option<&Change>) -> String {
    let Some(Change { earlier, lines }) = change else {
        return block;
    };
    let lines: Vec<String> = lines.iter().map(|(first, last)| format!("{first}-{last}")).collect();
    let data = format!("<pre data-since=\"{earlier}\" data-changed=\"{}\">", lines.join(" "));
    block.replacen("<pre>", &data, 1)
}

/// The command that runs a listing, and what its twin prints. If the Playground can run the listing, a script adds a button for that.
fn command(listing: &Listing, on_playground: bool, twin: Option<&twin::Snapshot>) -> String {
    let data = if on_playground { " data-runs=\"playground\"" } else { "" };
    let remark = twin.map_or(String::new(), |twin| {
        let what = if twin.is_own { "see below" } else { "the same" };
        format!(" <span class=\"kind\">with <code>--python</code>: {what}</span>")
    });
    format!(
        "<div class=\"command\"{data}><code>cargo run {}</code>{remark}</div>\n",
        listing.name()
    )
}

/// What the listing prints, or rustc's messages.
fn streams(listing: &Listing, output: &Output) -> String {
    let mut html = stream("stdout", &output.stdout);
    if listing.suffix != Suffix::Fail {
        // The standard library's panic header begins with an empty line.
        return html + &stream("stderr", output.stderr.trim_start_matches('\n'));
    }
    // An error inside a macro may cause more errors, and notes quote the libraries. The first error is the one to read.
    let (first, rest) = diagnose::split(&output.stderr);
    html += &stream("stderr", first);
    if !rest.is_empty() {
        let errors = rest.lines().filter(|line| line.starts_with("error")).count();
        let errors = match errors {
            0 => None,
            1 => Some("1 more error".to_owned()),
            _ => Some(format!("{errors} more errors")),
        };
        let notes = rest.starts_with("note").then(|| "notes on the libraries".to_owned());
        let summary: Vec<String> = notes.into_iter().chain(errors).collect();
        html += &format!(
            "<details class=\"stderr\"><summary>{}</summary>\n{}</details>\n",
            summary.join(" and "),
            stream("stderr", rest)
        );
    }
    html
}

/// The twin's output, if it differs from the listing's.
fn twin_output(twin: &twin::Snapshot) -> String {
    if !twin.is_own {
        return String::new();
    }
    let head = "<p class=\"kind\">with <code>--python</code>:</p>\n";
    stream("python", &twin.text).replacen('\n', &format!("\n{head}"), 1)
}

/// The text printed to one stream; empty if nothing was printed.
pub(super) fn stream(class: &str, printed: &str) -> String {
    if printed.is_empty() {
        return String::new();
    }
    format!("<div class=\"{class}\">\n{}</div>\n", block("language-text", printed))
}

/// A code block that shows a text literally, with symbols for control characters. It has no blank line, which would end the figure
/// in Markdown.
pub fn block(class: &str, text: &str) -> String {
    let html = format!("<pre><code class=\"{class}\">{}</code></pre>\n", escape(text));
    without_blank_lines(&html)
}

/// Writes each line feed before a blank line as a character reference, so that Markdown sees no blank line.
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
    fn blocks_show_any_text_without_blank_lines() {
        let text = "# Title\n\n```\n{{#include x}} & <b>\n  \n\u{1b}[0m\n";
        assert_eq!(
            block("language-text", text),
            "<pre><code class=\"language-text\"># Title&#10;\n```\n{{#include x}} &amp; &lt;b&gt;&#10;  \n␛[0m\n</code></pre>\n"
        );
        assert_eq!(without_blank_lines("\n\na\n"), "&#10;\na\n");
    }

    /// The caption of a listing in a project with this book.toml.
    fn caption_with(path: &str, settings: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder for the project");
        fs::write(folder.path().join("book.toml"), settings).expect("a file can be written");
        let catalogue = Catalogue {
            root: folder.path().to_owned(),
            front: Vec::new(),
            parts: Vec::new(),
        };
        let listing = Listing::from_path(path).expect("a listing's path");
        caption(&catalogue, &listing, &anchor(&listing))
    }

    #[test]
    fn a_caption_has_the_name_in_bold_and_links_to_the_projects_address() {
        let here = "<a class=\"here\" href=\"#listing-join-three-fetches\"><b>join/three-fetches</b></a>";
        let source = format!("<span class=\"source\">listings/tasks/{here}.rs</span>");
        assert_eq!(
            caption_with("tasks/join/three-fetches.rs", ""),
            format!("<figcaption class=\"listing\">{source}</figcaption>\n")
        );
        let address = "[output.html]\ngit-repository-url = \"https://example.org/book/\"";
        let link = "<a href=\"https://example.org/book/blob/main/listings/tasks/join/three-fetches.rs\">";
        assert!(caption_with("tasks/join/three-fetches.rs", address).contains(&format!("{source} {link}source</a>")));
        let hang = caption_with("sync/deadlock/of-two.hang.rs", "");
        assert!(
            hang.contains("</b></a>.hang.rs</span> <span class=\"kind\">never ends</span>"),
            "{hang}"
        );
    }

    #[test]
    fn a_caption_says_that_workers_that_are_asked_for_are_not_shown() {
        for (name, code, is_said) in [
            ("a.rs", "#[tokio::main(worker_threads = 2)]", true),
            ("b.rs", "Builder::new_multi_thread()", true),
            ("c.real.rs", "Builder::new_multi_thread()", false),
            (
                "d.rs",
                "#[tokio::main(flavor = \"current_thread\")] // not multi_thread",
                false,
            ),
        ] {
            let folder = tempfile::tempdir().expect("a folder for the project");
            let path = format!("tasks/join/{name}");
            fs::create_dir_all(folder.path().join("listings/tasks/join")).expect("a folder can be made");
            fs::write(folder.path().join("listings").join(&path), code).expect("a file can be written");
            let catalogue = Catalogue {
                root: folder.path().to_owned(),
                front: Vec::new(),
                parts: Vec::new(),
            };
            let listing = Listing::from_path(&path).expect("a listing's path");
            let caption = caption(&catalogue, &listing, &anchor(&listing));
            assert_eq!(caption.contains("one thread in this run"), is_said, "{caption}");
        }
    }

    #[test]
    fn only_commands_that_the_playground_can_run_are_marked() {
        let listing = Listing::from_path("tasks/join/three-fetches.rs").expect("a listing's path");
        assert!(command(&listing, true, None).contains("<div class=\"command\" data-runs=\"playground\">"));
        assert!(!command(&listing, false, None).contains("playground"));
    }
}
