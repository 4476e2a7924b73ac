//! The search index: mdBook's page and script search it, but what it holds is chosen here.
//!
//! mdBook indexes all text of all pages, and with it each timeline's table and drawing, each program and each output: megabytes in which
//! a chapter is found by what some program prints. This one holds headings, prose, messages, and the names that a section is the place for.

mod sections;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use sections::{Section, sections};

use super::named_by_content;

/// Makes the index of the sections.
const INDEX: &str = include_str!("search/index.js");

/// Pages that repeat what stands on others, or say nothing.
const LEFT_OUT: [&str; 4] = ["404.html", "index.html", "print.html", "toc.html"];

/// An index that has taken the place of another.
pub struct Replaced {
    old: String,
    new: String,
}

impl Replaced {
    /// The text with the new index's name in the place of the old one's.
    pub fn rename(&self, text: &str) -> String {
        text.replace(&self.old, &self.new)
    }
}

/// Replaces mdBook's index by one of these pages, given by their paths below `folder` and their HTML. The pages still hold its name.
///
/// # Errors
/// There is no index of mdBook's, or it cannot be replaced.
pub fn replace_index(folder: &Path, pages: &[(PathBuf, String)]) -> Result<Replaced> {
    let sections: Vec<Section> = pages
        .par_iter()
        .map(|(path, html)| (path.to_string_lossy().replace('\\', "/"), html))
        .filter(|(url, _)| !LEFT_OUT.contains(&url.as_str()))
        .flat_map_iter(|(url, html)| sections(&url, html))
        .collect();
    // A script can be loaded from a plain folder, too; JSON cannot.
    let script = format!("({})({})\n", INDEX.trim_end(), serde_json::to_string(&sections)?);
    let index = Replaced {
        old: script_called(folder, "searchindex")?,
        new: named_by_content("searchindex", "js", &script),
    };
    fs::remove_file(folder.join(&index.old)).with_context(|| format!("cannot replace {}", index.old))?;
    fs::write(folder.join(&index.new), script).with_context(|| format!("cannot write {}", index.new))?;
    // mdBook's script knows the name, too, for pages that do not.
    let searcher = folder.join(script_called(folder, "searcher")?);
    let script = fs::read_to_string(&searcher).with_context(|| format!("cannot read {}", searcher.display()))?;
    fs::write(&searcher, index.rename(&script)).with_context(|| format!("cannot write {}", searcher.display()))?;
    Ok(index)
}

/// The name of one of mdBook's scripts for the search.
fn script_called(folder: &Path, stem: &str) -> Result<String> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(stem) && name.ends_with(".js") {
            return Ok(name);
        }
    }
    bail!(
        "mdBook has made no {stem} in {}; see [output.html.search] in book.toml",
        folder.display()
    )
}
