//! Bundles what the pages load: a page's styles become one file and its scripts two, which are deferred.
//!
//! mdBook's pages load a dozen of each, and most of them delay the text. A bundle keeps their order. Its name has a hash of its
//! content, like the names of mdBook's own files, so browsers may cache it forever.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, ensure};
use lol_html::html_content::{ContentType, Element};
use lol_html::{element, end_tag};

use super::{Handler, Handlers, highlight, named_by_content};

/// Bundles the files of all pages.
pub struct Bundler {
    folder: PathBuf,
    /// The languages of the code on the pages. Only these are highlighted.
    languages: BTreeSet<String>,
    bundles: Mutex<Bundles>,
}

/// The names of the bundles, by the files in them. A file that was put into its page has an empty name.
type Bundles = BTreeMap<Vec<Asset>, String>;

/// A style or script that a page loads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Asset {
    file: PathBuf,
    /// The style's media query, if it has one.
    media: Option<String>,
}

/// The assets of a page so far.
type Assets = Rc<RefCell<Vec<Asset>>>;

impl Bundler {
    /// A bundler for the pages in `folder`, whose HTML is given.
    pub fn new<'t>(folder: &Path, pages: impl Iterator<Item = &'t str>) -> Arc<Self> {
        Arc::new(Self {
            folder: folder.to_owned(),
            languages: highlight::languages(pages),
            bundles: Mutex::default(),
        })
    }

    /// Replaces the assets of a page by bundles at the ends of its head and its body.
    pub fn handlers(self: &Arc<Self>, page: &Path) -> Handlers<'static> {
        let folders = page.components().count() - 1;
        let up = "../".repeat(folders);
        let (styles, scripts) = (Assets::default(), Assets::default());
        let style = format!("<link rel=\"stylesheet\" href=\"{up}FILE\">");
        let script = format!("<script defer src=\"{up}FILE\"></script>");
        vec![
            self.write_at_end("head", "css", styles.clone(), style),
            self.write_at_end("body", "js", scripts.clone(), script),
            self.take_all("link[rel=stylesheet]:not([id])", "href", styles),
            self.take_all("script[src]:not([type])", "src", scripts),
            self.inline_themes(),
        ]
    }

    /// Moves the assets that a selector finds to `assets`.
    fn take_all(self: &Arc<Self>, selector: &str, attribute: &'static str, assets: Assets) -> Handler<'static> {
        let bundler = self.clone();
        element!(selector, move |element| {
            assets.borrow_mut().extend(bundler.take(element, attribute));
            Ok(())
        })
    }

    /// Puts the styles of highlighting themes into the page. mdBook's script switches them by id, so they stay elements of their own.
    fn inline_themes(self: &Arc<Self>) -> Handler<'static> {
        let bundler = self.clone();
        element!("link[rel=stylesheet][id]", move |link| {
            let id = link.get_attribute("id").unwrap_or_default();
            if let Some(asset) = bundler.take(link, "href") {
                let style = format!("<style id=\"{id}\">{}</style>", bundler.text(&asset)?);
                link.replace(&style, ContentType::Html);
                bundler.bundles().insert(vec![asset], String::new());
            }
            Ok(())
        })
    }

    /// Removes an element and returns its asset; `None` if the asset is on another host, or the element was removed before.
    fn take(&self, element: &mut Element<'_, '_>, attribute: &str) -> Option<Asset> {
        if element.removed() {
            return None;
        }
        let address = element.get_attribute(attribute)?;
        let file = self.folder.join(address.trim_start_matches("../"));
        let asset = Asset {
            file: file.is_file().then_some(file)?,
            media: element.get_attribute("media"),
        };
        element.remove();
        Some(asset)
    }

    /// Bundles the assets when an element ends. `tag` loads a bundle by the name FILE.
    fn write_at_end(
        self: &Arc<Self>,
        element: &'static str,
        extension: &'static str,
        assets: Assets,
        tag: String,
    ) -> Handler<'static> {
        let bundler = self.clone();
        element!(element, move |element| {
            let (bundler, assets, tag) = (bundler.clone(), assets.clone(), tag.clone());
            element.on_end_tag(end_tag!(move |end| {
                let assets = assets.take();
                for part in assets.chunk_by(|one, other| bundler.belong_together(one, other)) {
                    let name = bundler.bundle(part.to_vec(), extension)?;
                    end.before(&tag.replace("FILE", &name), ContentType::Html);
                }
                Ok(())
            }))
        })
    }

    /// Whether two successive assets go into one bundle. mdBook's scripts and this book's own do not: a browser runs each file without
    /// a pause, and should be able to respond to the reader in between.
    fn belong_together(&self, one: &Asset, other: &Asset) -> bool {
        let own = ["theme", "timeline"].map(|folder| self.folder.join(folder));
        let is_own = |asset: &Asset| own.iter().any(|folder| asset.file.starts_with(folder));
        let is_script = one.file.extension().is_some_and(|extension| extension == "js");
        !is_script || is_own(one) == is_own(other)
    }

    /// Writes a bundle, unless it exists already, and returns its name.
    fn bundle(&self, assets: Vec<Asset>, extension: &str) -> Result<String> {
        let mut bundles = self.bundles();
        if let Some(name) = bundles.get(&assets) {
            return Ok(name.clone());
        }
        let texts = assets
            .iter()
            .map(|asset| self.text(asset))
            .collect::<Result<Vec<_>>>()?;
        let text = texts.concat();
        let name = named_by_content("all", extension, &text);
        let file = self.folder.join(&name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        bundles.insert(assets, name.clone());
        Ok(name)
    }

    /// An asset's text as it stands in a bundle.
    fn text(&self, asset: &Asset) -> Result<String> {
        let file = asset.file.display();
        let text = fs::read_to_string(&asset.file).with_context(|| format!("cannot read {file}"))?;
        let name = asset.file.file_name().unwrap_or_default().to_string_lossy();
        if !name.ends_with(".css") {
            return Ok(self.script(&name, text));
        }
        ensure!(
            !loads_files(&text),
            "{file} loads another file with `url(…)`; embed that file as a `data:` URL"
        );
        let text = without_comments(&text);
        Ok(match &asset.media {
            Some(media) => format!("@media {media} {{\n{text}\n}}\n"),
            None => text + "\n",
        })
    }

    /// A script's text as it stands in a bundle.
    fn script(&self, name: &str, text: String) -> String {
        let text = match name.split('-').next() {
            Some("highlight") => highlight::script(&text, &self.languages),
            // An old workaround that keeps browsers from caching the page for the back button.
            Some("book") => text.replace("window.onunload = function() { };", ""),
            _ => text,
        };
        // The `;` ends a last statement that has none.
        text + "\n;\n"
    }

    /// Removes the files that are in bundles, and the folders that become empty.
    ///
    /// # Errors
    /// A file cannot be removed.
    pub fn remove_bundled(&self) -> Result<()> {
        let bundles = self.bundles();
        let files: BTreeSet<_> = bundles.keys().flatten().map(|asset| &asset.file).collect();
        for file in files {
            fs::remove_file(file).with_context(|| format!("cannot remove {}", file.display()))?;
            let folders = file.ancestors().skip(1).take_while(|folder| *folder != self.folder);
            // Removing fails at the first folder that is not empty.
            folders.map(fs::remove_dir).take_while(Result::is_ok).for_each(drop);
        }
        Ok(())
    }

    fn bundles(&self) -> MutexGuard<'_, Bundles> {
        self.bundles.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A style without its comments, except for licenses: `/*! … */`.
fn without_comments(style: &str) -> String {
    let mut kept = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, next) = after.split_once("*/").unwrap_or((after, ""));
        kept.push_str(before);
        if comment.starts_with('!') {
            kept.push_str(&format!("/*{comment}*/"));
        }
        rest = next;
    }
    kept + rest
}

/// Whether a style loads files with `url(…)`. Such an address is relative to the style's folder, and its bundle is in another one.
fn loads_files(style: &str) -> bool {
    let mut urls = style.split("url(").skip(1);
    urls.any(|url| !url.trim_start_matches(['"', '\'']).starts_with("data:"))
}

#[cfg(test)]
mod tests;
