//! The pages that readers may have linked to: each of them must lead somewhere in every later version.
//!
//! A page that moves leaves a redirect in book.toml. mdBook makes a page of that, so that here it is enough that each page is there;
//! the link check follows where it leads.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::links::files;

/// The list, one path a line, as seen from the folder with the pages.
const LIST: &str = "site/published.txt";

const HEADER: &str = "\
# The pages of the last published version, which links from elsewhere may lead to. Written at each release, by
# cargo run --locked --package async-lessons-site -- published
";

/// Pages that nobody links to: the one for wrong addresses, and the table of contents for browsers without scripts.
const UNLINKED: [&str; 2] = ["404.html", "toc.html"];

/// Checks that each page that was published is among those in `pages`.
///
/// # Errors
/// The list cannot be read.
pub fn check(root: &Path, pages: &Path) -> Result<Vec<String>> {
    let list = fs::read_to_string(root.join(LIST)).with_context(|| format!("cannot read {LIST}"))?;
    let lines = (1..).zip(list.lines()).filter(|(_, line)| !line.starts_with('#'));
    let gone = lines.filter(|(_, path)| !pages.join(path).is_file());
    Ok(gone
        .map(|(line, path)| {
            format!(
                "{LIST}:{line}: {path} was published and is gone, so that links to it break; say where it went \
                in book.toml, under [output.html.redirect]: \"/{path}\" = \"NEW.html\", as seen from the old page's folder"
            )
        })
        .collect())
}

/// Writes the list anew, from the pages in `pages`. Redirects are among them, so that no path is ever lost.
///
/// # Errors
/// A page of the list is gone, or the list cannot be written.
pub fn write(root: &Path, pages: &Path) -> Result<usize> {
    if root.join(LIST).exists() {
        let gone = check(root, pages)?;
        if !gone.is_empty() {
            bail!("{}", gone.join("\n"));
        }
    }
    let paths: Vec<String> = files(pages)?
        .iter()
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .filter(|path| path.ends_with(".html") && !UNLINKED.contains(&path.as_str()))
        .collect();
    fs::write(root.join(LIST), format!("{HEADER}{}\n", paths.join("\n")))
        .with_context(|| format!("cannot write {LIST}"))?;
    Ok(paths.len())
}
