//! Where the time of a run went: in words, as a timeline, as a page.

use std::env;
use std::path::Path;

use anstyle::Style;
use timeline::Trace;

use super::Options;
use crate::figure;
use crate::problem::{Result, write};
use crate::run::attempt::{Attempt, Recording};
use crate::terminal;

const HEADING: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Says where the time went, on standard error: standard output is the program's.
pub fn account(
    attempt: &Attempt,
    recording: &Recording,
    trace: Option<&Trace>,
    output: &[String; 2],
    options: &Options,
) -> Result<()> {
    let Some(trace) = trace else {
        terminal::note(&format_args!(
            "{DIM}note: the program left no record, so nothing is known of its tasks: it was ended from outside, or aborted{DIM:#}"
        ));
        return Ok(());
    };
    let words = timeline::in_words(trace, &|line| recording.place(line));
    if words.is_empty() {
        terminal::note(&format_args!(
            "\n{DIM}No time passed: the program waited for nothing.{DIM:#}"
        ));
    } else {
        let total = trace.last as f64 / 1e6;
        terminal::note(&format_args!(
            "\n{HEADING}Where the time went{HEADING:#} {DIM}({total:.1} s on the virtual clock){DIM:#}"
        ));
        terminal::note(&words.trim_end_matches('\n'));
    }
    if options.timeline {
        draw(recording, trace, options.ascii);
    }
    if options.open {
        let run = figure::attempt::Run {
            trace,
            source: recording.source(),
            files: &files(recording),
            output,
            account: &words,
        };
        open_page(attempt, &figure::attempt::page(&run))?;
    }
    Ok(())
}

/// Draws the timeline.
fn draw(recording: &Recording, trace: &Trace, is_ascii: bool) {
    let drawing = match timeline::in_terminal(trace, terminal::columns(), is_ascii) {
        Ok(drawing) => drawing,
        Err(reason) => return terminal::note(&format_args!("{DIM}{reason}{DIM:#}")),
    };
    terminal::note(&format_args!("\n{}", drawing.trim_end_matches('\n')));
    let files = files(recording);
    if !files.is_empty() {
        terminal::note(&format_args!("{DIM}{files}{DIM:#}"));
    }
}

/// Which lines belong to which file, if there are several.
fn files(recording: &Recording) -> String {
    let first = |(file, line): &(&str, u32)| format!("{file} from {line} on");
    let files: Vec<String> = recording.files().iter().map(first).collect();
    match files.is_empty() {
        true => String::new(),
        false => format!("lines are counted through the files: {}", files.join(", ")),
    }
}

/// Writes the page about a run, and opens it if there is a desktop.
fn open_page(attempt: &Attempt, html: &str) -> Result<()> {
    let page = attempt.page();
    write(Path::new(""), &page.to_string_lossy(), html)?;
    let is_open = has_desktop() && open::that_detached(&page).is_ok();
    let how = if is_open { "opened" } else { "open it in a browser:" };
    terminal::note(&format_args!("\n{DIM}{how} {}{DIM:#}", page.display()));
    Ok(())
}

/// Whether there is a desktop that can open a page. On Linux the programs that open pages may wait for ever where there is none.
fn has_desktop() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some())
}
