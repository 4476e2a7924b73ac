//! The pages that readers may have linked to. Each of them must still exist in every later version.
//!
//! When a page moves, book.toml gets a redirect, and mdBook makes a page of it. So it is enough to check that each page exists: the
//! link check follows the redirect.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use async_lessons::problem;

use crate::built::{address, files};

/// The list, with one path per line, relative to the folder of the pages.
const LIST: &str = "site/published.txt";

const HEADER: &str = "\
# The pages of the last published version, which other sites may link to. Written at each release by
# cargo run --locked --package async-lessons-site -- published
";

/// Pages that nobody links to: the page for wrong addresses, and the table of contents for browsers without scripts.
const UNLINKED: [&str; 2] = ["404.html", "toc.html"];

/// Checks that each published page is among those in `pages`. Each problem names the line of the list.
///
/// # Errors
/// The list cannot be read.
pub fn check(root: &Path, pages: &Path) -> Result<Vec<String>> {
    let list = fs::read_to_string(root.join(LIST)).with_context(|| format!("cannot read {LIST}"))?;
    let lines = (1..).zip(list.lines()).filter(|(_, line)| !line.starts_with('#'));
    let missing = lines.filter(|(_, path)| !pages.join(path).is_file());
    let problem = |(line, path)| {
        format!(
            "{LIST}:{line}: {path} was published but no longer exists, so links to it are broken; redirect it in book.toml, \
             under [output.html.redirect]: \"/{path}\" = \"NEW.html\", relative to the old page's folder"
        )
    };
    Ok(missing.map(problem).collect())
}

/// Writes the list from the pages in `pages`, and returns their number. Redirects are pages, too, so no path is ever lost.
///
/// # Errors
/// A page on the old list no longer exists, or the list cannot be written.
pub fn write(root: &Path, pages: &Path) -> Result<usize> {
    if root.join(LIST).exists() {
        let problems = check(root, pages)?;
        if !problems.is_empty() {
            bail!("{}", problems.join("\n"));
        }
    }
    let paths: Vec<String> = files(pages)?
        .iter()
        .map(|path| address(path))
        .filter(|path| path.ends_with(".html") && !UNLINKED.contains(&path.as_str()))
        .collect();
    problem::write(root, LIST, &format!("{HEADER}{}\n", paths.join("\n")))?;
    Ok(paths.len())
}
