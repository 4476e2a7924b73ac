//! Replaces mdBook's search index. mdBook's own script searches the new one.
//!
//! mdBook indexes all text of all pages, including each timeline, program and output. That takes megabytes, and a query finds chapters
//! by what some program prints. The new index holds headings, prose, error messages, and the names that a section is about.

mod sections;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;

use sections::{Section, sections};

use super::named_by_content;
use crate::built::address;

/// The script that builds the index from the sections.
const INDEX: &str = include_str!("search/index.js");

/// The script that tells the words of a query.
const WORDS: &str = include_str!("search/words.js");

/// How mdBook's script splits a query into the words to mark, and what does so better.
const SPLIT: [&str; 2] = ["searchterm.split(' ')", "window.search.words(searchterm)"];

/// Pages that only repeat or list what is on other pages.
const LEFT_OUT: [&str; 5] = [
    "404.html",
    "appendix/recap.html",
    "index.html",
    "print.html",
    "toc.html",
];

/// The names of the old and the new index.
pub struct Replaced {
    old: String,
    new: String,
}

impl Replaced {
    /// Replaces the old index's name in a text by the new one's.
    pub fn rename(&self, text: &str) -> String {
        text.replace(&self.old, &self.new)
    }
}

/// Replaces mdBook's index by one of these pages, given as paths relative to `folder` and HTML. The pages themselves are not changed.
///
/// # Errors
/// mdBook made no index, or it cannot be replaced.
pub fn replace_index(folder: &Path, pages: &[(PathBuf, String)]) -> Result<Replaced> {
    let sections: Vec<Section> = pages
        .par_iter()
        .map(|(path, html)| (address(path), html))
        .filter(|(url, _)| !LEFT_OUT.contains(&url.as_str()))
        .flat_map_iter(|(url, html)| sections(&url, html))
        .collect();
    // Unlike JSON, a script can be loaded when the pages are opened from a folder.
    let script = format!("({})({})\n", INDEX.trim_end(), serde_json::to_string(&sections)?);
    let index = Replaced {
        old: script_called(folder, "searchindex")?,
        new: named_by_content("searchindex", "js", &script),
    };
    fs::remove_file(folder.join(&index.old)).with_context(|| format!("cannot replace {}", index.old))?;
    fs::write(folder.join(&index.new), script).with_context(|| format!("cannot write {}", index.new))?;
    // mdBook's script holds the name, too, for pages that do not.
    let searcher = folder.join(script_called(folder, "searcher")?);
    let script = fs::read_to_string(&searcher).with_context(|| format!("cannot read {}", searcher.display()))?;
    ensure!(
        script.matches(SPLIT[0]).count() == 1,
        "{} does not hold `{}` once, so results would mark words such as \"a\"; see how mdBook splits a query now, and correct {}",
        searcher.display(),
        SPLIT[0],
        file!()
    );
    let script = format!("{WORDS}{}", index.rename(&script).replace(SPLIT[0], SPLIT[1]));
    fs::write(&searcher, script).with_context(|| format!("cannot write {}", searcher.display()))?;
    Ok(index)
}

/// The name of mdBook's script that begins with `stem`.
fn script_called(folder: &Path, stem: &str) -> Result<String> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(stem) && name.ends_with(".js") {
            return Ok(name);
        }
    }
    bail!(
        "mdBook made no {stem}*.js in {}; see [output.html.search] in book.toml",
        folder.display()
    )
}
