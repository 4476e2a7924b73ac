//! The figure of the cuts of a lane: a table that says what each cut changes, and the timelines, through which a script leads.

use std::fs;

use timeline::html::escape;

use super::listing::caption;
use crate::catalogue::settings::origin;
use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result, problem};
use crate::run::cuts::{self, Accepted, Cuts, Run, accepted, check_unchanged, of_listing, slug};
use crate::run::late::beside;
use crate::run::store::{self, Store};
use crate::run::{build, is_current, record};

/// The path, relative to `listings/`, of the snapshot that holds what the cuts of a lane show.
pub fn snapshot(listing: &Listing, lane: &str) -> String {
    listing.snapshot(&format!("{}.cuts", slug(lane)))
}

/// What is accepted of the cuts of a lane: for each run, where it was cut and what it printed.
///
/// # Errors
/// Fails if nothing was accepted yet.
pub fn read_accepted(catalogue: &Catalogue, listing: &Listing, lane: &str) -> Result<Accepted> {
    let file = snapshot(listing, lane);
    let text = fs::read_to_string(catalogue.listing_file(&file));
    let text = text.map_err(|_| differs(listing, &file, "does not exist"))?;
    Ok(accepted(&text.replace("\r\n", "\n")))
}

/// Checks that no cut that is accepted changes the lines with a text, if there is one.
///
/// # Errors
/// Fails if nothing was accepted yet, or if a cut changes them.
pub fn check(catalogue: &Catalogue, listing: &Listing, lane: &str, unchanged: &str) -> Result<()> {
    let known = read_accepted(catalogue, listing, lane)?;
    if unchanged.is_empty() {
        return Ok(());
    }
    check_unchanged(&known, unchanged)
}

fn differs(listing: &Listing, file: &str, how: &str) -> Problem {
    Problem::in_file(
        format!("listings/{file}"),
        format!(
            "{how}. `cargo test {listing}` shows the difference, and `SNAPSHOTS=overwrite cargo test {listing}` accepts what is printed now."
        ),
    )
}

/// The figure of the cuts of a lane, as HTML that ends with a line feed and holds no blank line. It is stored until something that it
/// depends on changes.
///
/// # Errors
/// Fails if the lane cannot be cut, if the cuts show something else than what was accepted, or if one changes what must be unchanged.
pub fn figure(catalogue: &Catalogue, listing: &Listing, lane: &str, unchanged: &str) -> Result<String> {
    if !listing.suffix.is_virtual() {
        return Err(problem!("{listing} cannot be cut: {}", listing.suffix.remark()));
    }
    let store = Store::open(&catalogue.root, "cuts", (store::program(), record::stage_fingerprint()));
    let file = snapshot(listing, lane);
    let sources = || [listing.path(), file.clone()].map(|file| fs::read(catalogue.listing_file(&file)).ok());
    let before = sources();
    let key = (listing.path(), lane, unchanged, origin(&catalogue.root), &before);
    if let Some(known) = store.get(&key) {
        return Ok(known);
    }
    beside(|| build(catalogue, [listing]))?;
    let cuts = beside(|| of_listing(catalogue, listing, lane))?;
    let known = fs::read_to_string(catalogue.listing_file(&file)).unwrap_or_default();
    let known = known.replace("\r\n", "\n");
    if known != cuts.snapshot() {
        return Err(differs(listing, &file, "differs from what the cuts show"));
    }
    if !unchanged.is_empty() {
        check_unchanged(&accepted(&known), unchanged)?;
    }
    let html = render(catalogue, listing, lane, &cuts);
    if is_current(catalogue, listing) && before == sources() {
        store.put(&key, &html);
    }
    Ok(html)
}

fn render(catalogue: &Catalogue, listing: &Listing, lane: &str, cuts: &Cuts) -> String {
    let label = escape(&cuts.lane);
    let id = format!("cuts-{}-{}", listing.example(), slug(lane));
    let is_special = |character: char| !character.is_alphanumeric() && !"_.:".contains(character);
    let argument = match cuts.lane.contains(is_special) {
        true => format!("\"{}\"", cuts.lane),
        false => cuts.lane.clone(),
    };
    let rest: String = cuts
        .not_cut()
        .iter()
        .map(|text| format!("<p class=\"kind\">{}</p>\n", escape(text)))
        .collect();
    let holds_something = cuts.cuts.iter().any(|cut| !cut.held.is_empty());
    let holds = if holds_something { "<th>It holds</th>" } else { "" };
    let held = |held: &[String]| {
        let held: Vec<String> = held.iter().map(|held| escape(held)).collect();
        if holds_something {
            format!("<td>{}</td>", held.join("<br>"))
        } else {
            String::new()
        }
    };
    let mut rows = row("not cut", &held(&[]), &cuts.whole);
    let mut drawings = drawing(&cuts.whole, None);
    for cut in &cuts.cuts {
        rows += &row(&cut.at, &held(&cut.held), &cut.run);
        drawings += &drawing(&cut.run, cut.mark);
    }
    format!(
        "<figure class=\"cuts\" id=\"{id}\" aria-label=\"{listing}, where {label} is cut\">\n{}\
         <div class=\"command\"><code>cargo run {listing} --cut {}</code></div>\n\
         <div class=\"table-wrapper\"><table><thead><tr><th>Cut at</th>{holds}<th>Printed</th><th>How it ends</th></tr></thead>\n\
         <tbody>\n{rows}</tbody></table></div>\n{drawings}{rest}</figure>\n",
        caption(catalogue, listing, &id),
        escape(&argument),
    )
}

/// The timeline of a run, which a script shows.
fn drawing(run: &Run, cut: Option<(usize, u64)>) -> String {
    let drawing = timeline::drawing(&run.trace, cut)
        .unwrap_or_else(|_| "<p class=\"kind\">No time passes in this run, so it has no timeline.</p>\n".to_owned());
    format!("<div class=\"cut\" hidden>\n{drawing}</div>\n")
}

/// A row of the table. `held` is a cell, or nothing.
fn row(at: &str, held: &str, run: &Run) -> String {
    let mut printed = String::new();
    for (class, text) in [("stdout", &run.printed), ("stderr", &run.errors)] {
        if !text.is_empty() {
            let lines = escape(text.trim_end_matches('\n')).replace('\n', "<br>");
            printed += &format!("<samp class=\"{class}\">{lines}</samp>");
        }
    }
    format!(
        "<tr><td>{}</td>{held}<td>{printed}</td><td>{}</td></tr>\n",
        escape(at),
        escape(&run.ended)
    )
}

/// The text of a snapshot that holds what the cuts of a lane show now. The program of the listing's part must be built.
///
/// # Errors
/// The same as for [`cuts::of_listing`].
pub fn shown(catalogue: &Catalogue, listing: &Listing, lane: &str) -> Result<String> {
    Ok(cuts::of_listing(catalogue, listing, lane)?.snapshot())
}
