//! Checks built pages: every link inside leads somewhere, nothing is left unexpanded, nothing is loaded from elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use scraper::{Html, Node, Selector};

/// What a page holds.
struct Page {
    ids: BTreeSet<String>,
    links: Vec<String>,
    loads: Vec<String>,
    leftovers: Vec<&'static str>,
}

/// What stands in a page when something was not expanded.
const LEFTOVERS: [&str; 3] = ["{{#", "cmdrun error", "<!-- cmdrun"];

/// Checks all pages in a folder; what it finds names the page, below the folder.
///
/// # Errors
/// The folder cannot be read.
pub fn check(folder: &Path) -> Result<Vec<String>> {
    let pages = read_all(folder)?;
    let mut problems = Vec::new();
    if pages.is_empty() {
        problems.push(format!("{}: there are no pages", folder.display()));
    }
    for (file, page) in &pages {
        let mut problem = |message: String| problems.push(format!("{}: {message}", file.display()).replace('\\', "/"));
        for leftover in &page.leftovers {
            problem(format!("`{leftover}` was left unexpanded"));
        }
        for address in &page.loads {
            if is_elsewhere(address) {
                problem(format!("loads {address} from another host"));
            } else if let Err(message) = leads_somewhere(folder, file, address, &pages) {
                problem(message);
            }
        }
        for address in page.links.iter().filter(|address| !is_elsewhere(address)) {
            if let Err(message) = leads_somewhere(folder, file, address, &pages) {
                problem(message);
            }
        }
    }
    Ok(problems)
}

/// The links to other hosts, each once and without its fragment, with the pages that have it.
///
/// # Errors
/// The folder cannot be read.
pub fn outside(folder: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, page) in read_all(folder)? {
        // The printed book repeats all others.
        if file == Path::new("print.html") {
            continue;
        }
        let own: BTreeSet<&str> = page
            .links
            .iter()
            .filter(|address| address.starts_with("http://") || address.starts_with("https://"))
            .map(|address| address.split('#').next().unwrap_or_default())
            .collect();
        for link in own {
            let pages = links.entry(link.to_owned()).or_default();
            pages.push(file.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(links)
}

/// All pages in a folder, by their paths from there.
fn read_all(folder: &Path) -> Result<BTreeMap<PathBuf, Page>> {
    let mut pages = BTreeMap::new();
    for file in files(folder)? {
        if file.extension().is_some_and(|extension| extension == "html") {
            let text = fs::read_to_string(folder.join(&file)).with_context(|| file.display().to_string())?;
            pages.insert(file, read(&text));
        }
    }
    Ok(pages)
}

fn read(text: &str) -> Page {
    let html = Html::parse_document(text);
    let attributes = |selector: &str, name: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a constant selector is well formed");
        html.select(&selector)
            .filter_map(|element| element.attr(name))
            .map(str::to_owned)
            .collect()
    };
    let mut loads = attributes("[src]", "src");
    loads.extend(attributes(
        "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]",
        "href",
    ));
    Page {
        ids: attributes("[id]", "id")
            .into_iter()
            .chain(attributes("a[name]", "name"))
            .collect(),
        links: attributes("a[href]", "href"),
        loads,
        leftovers: leftovers(&html),
    }
}

/// What was left unexpanded in prose or in comments; code and figures may hold anything.
fn leftovers(html: &Html) -> Vec<&'static str> {
    let mut texts = String::new();
    for node in html.tree.root().descendants() {
        let mut around = node.ancestors().filter_map(|ancestor| ancestor.value().as_element());
        if around.any(|element| ["code", "figure", "pre", "script"].contains(&element.name())) {
            continue;
        }
        match node.value() {
            Node::Text(text) => texts.push_str(text),
            Node::Comment(comment) => texts.push_str(&format!("<!--{}-->", &**comment)),
            _ => {}
        }
    }
    LEFTOVERS
        .into_iter()
        .filter(|leftover| texts.contains(leftover))
        .collect()
}

/// Whether an address is outside of these pages.
fn is_elsewhere(address: &str) -> bool {
    address.starts_with("//")
        || address
            .split_once(':')
            .is_some_and(|(scheme, _)| !scheme.contains(['/', '#', '.']))
}

fn leads_somewhere(folder: &Path, page: &Path, address: &str, pages: &BTreeMap<PathBuf, Page>) -> Result<(), String> {
    // The book may lie in any folder of a host, or of a disk.
    if address.starts_with('/') {
        return Err(format!(
            "{address} starts at the top of the host, where the book need not lie"
        ));
    }
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    // The page for wrong addresses is served from anywhere, so that its own addresses start at the top.
    let base = if page == Path::new("404.html") {
        Path::new("")
    } else {
        page.parent().unwrap_or(Path::new(""))
    };
    let mut target = if path.is_empty() {
        page.to_owned()
    } else {
        normalized(&base.join(path))
    };
    if folder.join(&target).is_dir() {
        target.push("index.html");
    }
    if !folder.join(&target).is_file() {
        return Err(format!("{address} leads to no file"));
    }
    let is_known = match pages.get(&target) {
        Some(page) => page.ids.contains(fragment),
        None => false,
    };
    if fragment.is_empty() || is_known {
        Ok(())
    } else {
        Err(format!("{address} leads to no place on its page"))
    }
}

/// The path without `.` and `..`.
fn normalized(path: &Path) -> PathBuf {
    let mut parts = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => drop(parts.pop()),
            std::path::Component::Normal(name) => parts.push(name),
            _ => {}
        }
    }
    parts
}

/// All files below a folder, seen from there.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let entries = fs::read_dir(folder.join(&below)).with_context(|| folder.join(&below).display().to_string())?;
        for entry in entries {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path)
            } else {
                files.push(path)
            }
        }
    }
    files.sort();
    Ok(files)
}
