//! Checks built pages: every link inside the book works, no command is left unexpanded, nothing is loaded from another host.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use async_lessons::catalogue::chapter::includes;
use percent_encoding::percent_decode_str;
use scraper::{Html, Node};

use crate::built::{address, pages, selector};

/// Traces of text that should have been expanded.
const LEFTOVERS: [&str; 2] = ["cmdrun error", "<!-- cmdrun"];

/// Elements whose text may hold anything.
const VERBATIM: [&str; 4] = ["code", "figure", "pre", "script"];

/// The pages in a folder, by relative path.
struct Site<'f> {
    folder: &'f Path,
    pages: BTreeMap<PathBuf, Page>,
}

/// What is checked on a page.
struct Page {
    ids: BTreeSet<String>,
    links: Vec<String>,
    loads: Vec<String>,
    leftovers: Vec<&'static str>,
}

/// Checks all pages in a folder. Each problem names its page, relative to the folder.
///
/// # Errors
/// The folder or a page cannot be read.
pub fn check(folder: &Path) -> Result<Vec<String>> {
    let site = Site::read(folder)?;
    if site.pages.is_empty() {
        return Ok(vec![format!("{}: there are no pages", folder.display())]);
    }
    let problems = site.pages.iter().flat_map(|(file, page)| {
        let problems = site.problems(file, page);
        problems
            .into_iter()
            .map(|problem| format!("{}: {problem}", address(file)))
    });
    Ok(problems.collect())
}

/// The links to other hosts, without fragments, each with the pages that have it.
///
/// # Errors
/// The folder or a page cannot be read.
pub fn outside(folder: &Path) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut links: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, page) in Site::read(folder)?.pages {
        // The printed book repeats all other pages.
        if file == Path::new("print.html") {
            continue;
        }
        for link in &page.links {
            if link.starts_with("http://") || link.starts_with("https://") {
                let link = link.split('#').next().unwrap_or_default();
                links.entry(link.to_owned()).or_default().insert(address(&file));
            }
        }
    }
    Ok(links)
}

impl<'f> Site<'f> {
    fn read(folder: &'f Path) -> Result<Self> {
        let pages = pages(folder)?
            .into_iter()
            .map(|(file, html)| (file, Page::parse(&html)));
        Ok(Self {
            folder,
            pages: pages.collect(),
        })
    }

    fn problems(&self, file: &Path, page: &Page) -> Vec<String> {
        let leftovers = page
            .leftovers
            .iter()
            .map(|text| format!("`{text}` was left unexpanded"));
        let (foreign, loads): (Vec<_>, Vec<_>) = page.loads.iter().partition(|address| is_elsewhere(address));
        let foreign = foreign
            .into_iter()
            .map(|address| format!("loads {address} from another host"));
        let links = page.links.iter().filter(|address| !is_elsewhere(address));
        let dead = loads
            .into_iter()
            .chain(links)
            .filter_map(|address| Some(format!("{address} {}", self.fault(file, address)?)));
        leftovers.chain(foreign).chain(dead).collect()
    }

    /// What is wrong with an address on the page `file`, if anything.
    fn fault(&self, file: &Path, address: &str) -> Option<&'static str> {
        if address.starts_with('/') {
            return Some("starts at the host's root, but the book may be published in any folder");
        }
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let path = path.split('?').next().unwrap_or_default();
        let decoded = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let (path, fragment) = (decoded(path), decoded(fragment));
        let target = self.target(file, &path);
        if !self.folder.join(&target).is_file() {
            return Some("does not exist");
        }
        let has_id = |page: &Page| page.ids.contains(&fragment);
        if fragment.is_empty() || self.pages.get(&target).is_some_and(has_id) {
            return None;
        }
        Some("names an id that its page does not have")
    }

    /// The file that a path on the page `file` leads to.
    fn target(&self, file: &Path, path: &str) -> PathBuf {
        if path.is_empty() {
            return file.to_owned();
        }
        // The page for wrong addresses is shown at any address, so its own links are relative to the top.
        let base = match file.parent() {
            Some(folder) if file != Path::new("404.html") => folder,
            _ => Path::new(""),
        };
        let target = normalized(&base.join(path));
        if self.folder.join(&target).is_dir() {
            return target.join("index.html");
        }
        target
    }
}

impl Page {
    fn parse(text: &str) -> Self {
        let html = Html::parse_document(text);
        let attributes = |query: &str, name: &str| -> Vec<String> {
            let query = selector(query);
            let values = html.select(&query).filter_map(|element| element.attr(name));
            values.map(str::to_owned).collect()
        };
        let mut loads = attributes("[src]", "src");
        loads.extend(attributes(
            "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]",
            "href",
        ));
        let ids = attributes("[id]", "id").into_iter();
        Self {
            ids: ids.chain(attributes("a[name]", "name")).collect(),
            links: attributes("a[href]", "href").into_iter().chain(moved(text)).collect(),
            loads,
            leftovers: leftovers(&html),
        }
    }
}

/// Where the ids lead that a page had once: mdBook's script for the redirects in book.toml holds them.
fn moved(page: &str) -> Vec<String> {
    let map = page
        .split_once("const fragmentMap =")
        .and_then(|(_, rest)| rest.trim_start().lines().next());
    let map: BTreeMap<String, String> = map.and_then(|map| serde_json::from_str(map).ok()).unwrap_or_default();
    map.into_values().collect()
}

/// The [`LEFTOVERS`] in prose and comments.
fn leftovers(html: &Html) -> Vec<&'static str> {
    let mut texts = String::new();
    for node in html.tree.root().descendants() {
        let mut around = node.ancestors().filter_map(|ancestor| ancestor.value().as_element());
        if around.any(|element| VERBATIM.contains(&element.name())) {
            continue;
        }
        match node.value() {
            Node::Text(text) => texts.push_str(text),
            Node::Comment(comment) => texts.push_str(&format!("<!--{}-->", &**comment)),
            _ => {}
        }
    }
    let include = (!includes(&texts).is_empty()).then_some("{{#");
    let others = LEFTOVERS.into_iter().filter(|text| texts.contains(text));
    include.into_iter().chain(others).collect()
}

/// Whether an address leads out of the book: to another host, or with a scheme such as `mailto:`.
fn is_elsewhere(address: &str) -> bool {
    address.starts_with("//")
        || address
            .split_once(':')
            .is_some_and(|(scheme, _)| !scheme.contains(['/', '#', '.']))
}

/// The path without `.` and `..`.
fn normalized(path: &Path) -> PathBuf {
    let mut parts = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(name) => parts.push(name),
            _ => {}
        }
    }
    parts
}
