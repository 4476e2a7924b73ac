//! Fewer and smaller requests: the styles that a page asks for become one file, and its scripts two, which wait for the text.
//!
//! mdBook asks for a dozen of each, and most stand between a reader and the page. What is joined keeps its order. The name of the
//! joined file tells its content, as the names of mdBook's own files do, so that it may be cached for ever.

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

/// What joins the files of all pages.
pub struct Slim {
    folder: PathBuf,
    /// The languages of the pages' code: no other is highlighted.
    languages: BTreeSet<String>,
    joined: Mutex<Joined>,
}

/// The files that were joined, and the names of what they became.
type Joined = BTreeMap<Vec<Asked>, String>;

/// A file that a page asks for, and for which media, where not for all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Asked {
    file: PathBuf,
    media: Option<String>,
}

/// What a page has asked for so far.
#[derive(Clone, Default)]
struct List(Rc<RefCell<Vec<Asked>>>);

impl Slim {
    /// For the pages in `folder`, which hold `texts`.
    pub fn new<'t>(folder: &Path, texts: impl Iterator<Item = &'t str>) -> Arc<Self> {
        Arc::new(Self {
            folder: folder.to_owned(),
            languages: highlight::languages(texts),
            joined: Mutex::default(),
        })
    }

    /// Puts what a page asks for, joined, at the ends of its head and of its body.
    pub fn handlers(self: &Arc<Self>, page: &Path) -> Handlers<'static> {
        let folders = page.strip_prefix(&self.folder).unwrap_or(page).components().count() - 1;
        let up = "../".repeat(folders);
        let (styles, scripts) = (List::default(), List::default());
        let style = format!("<link rel=\"stylesheet\" href=\"{up}FILE\">");
        let script = format!("<script defer src=\"{up}FILE\"></script>");
        let mut handlers = vec![
            self.at_end("head", "css", styles.clone(), style),
            self.at_end("body", "js", scripts.clone(), script),
        ];
        for (selector, attribute, list) in [
            ("link[rel=stylesheet]:not([id])", "href", styles),
            ("script[src]:not([type])", "src", scripts),
        ] {
            let slim = self.clone();
            handlers.push(element!(selector, move |element| {
                list.0.borrow_mut().extend(slim.taken(element, attribute));
                Ok(())
            }));
        }
        // A script of mdBook's switches these, by their ids: they stay elements of their own.
        let slim = self.clone();
        handlers.push(element!("link[rel=stylesheet][id]", move |link| {
            let id = link.get_attribute("id").unwrap_or_default();
            if let Some(asked) = slim.taken(link, "href") {
                let style = format!("<style id=\"{id}\">{}</style>", slim.text(&asked)?);
                link.replace(&style, ContentType::Html);
                slim.joined().insert(vec![asked], String::new());
            }
            Ok(())
        }));
        handlers
    }

    /// The file that an element asks for, which is removed; `None` if it lies elsewhere, or the element was removed before.
    fn taken(&self, element: &mut Element<'_, '_>, attribute: &str) -> Option<Asked> {
        if element.removed() {
            return None;
        }
        let address = element.get_attribute(attribute)?;
        let file = self.folder.join(address.trim_start_matches("../"));
        let asked = Asked {
            file: file.is_file().then_some(file)?,
            media: element.get_attribute("media"),
        };
        element.remove();
        Some(asked)
    }

    /// Writes what is listed when an element ends; `asks` asks for it by the name FILE.
    fn at_end(
        self: &Arc<Self>,
        element: &'static str,
        extension: &'static str,
        list: List,
        asks: String,
    ) -> Handler<'static> {
        let slim = self.clone();
        element!(element, move |element| {
            let (slim, list, asks) = (slim.clone(), list.clone(), asks.clone());
            element.on_end_tag(end_tag!(move |end| {
                for part in list.0.take().chunk_by(|one, other| slim.are_joined(one, other)) {
                    let name = slim.join(part.to_vec(), extension)?;
                    end.before(&asks.replace("FILE", &name), ContentType::Html);
                }
                Ok(())
            }))
        })
    }

    /// Whether two files, one after the other, become one. mdBook's scripts and this book's own do not: a browser runs each file at one
    /// go, and can answer its reader between them.
    fn are_joined(&self, one: &Asked, other: &Asked) -> bool {
        let own = ["theme", "timeline"].map(|folder| self.folder.join(folder));
        let is_own = |asked: &Asked| own.iter().any(|folder| asked.file.starts_with(folder));
        let is_script = one.file.extension().is_some_and(|extension| extension == "js");
        !is_script || is_own(one) == is_own(other)
    }

    /// Writes files into one, unless that was done, and returns its name.
    fn join(&self, list: Vec<Asked>, extension: &str) -> Result<String> {
        let mut joined = self.joined();
        if let Some(name) = joined.get(&list) {
            return Ok(name.clone());
        }
        let texts = list.iter().map(|asked| self.text(asked)).collect::<Result<Vec<_>>>()?;
        let text = texts.concat();
        let name = named_by_content("all", extension, &text);
        let file = self.folder.join(&name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        joined.insert(list, name.clone());
        Ok(name)
    }

    /// A file's text as it is joined.
    fn text(&self, asked: &Asked) -> Result<String> {
        let file = asked.file.display();
        let text = fs::read_to_string(&asked.file).with_context(|| format!("cannot read {file}"))?;
        let name = asked.file.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".css") {
            // Such an address starts from where the style lies, and it is moved.
            let files = text
                .split("url(")
                .skip(1)
                .filter(|url| !url.trim_start_matches(['"', '\'']).starts_with("data:"));
            ensure!(
                files.count() == 0,
                "{file} asks for another file by `url(…)`; put it into the style as `data:`"
            );
            return Ok(match &asked.media {
                Some(media) => format!("@media {media} {{\n{text}\n}}\n"),
                None => text + "\n",
            });
        }
        // `;`: a script that does not end its last statement must not go on in the next one.
        Ok(match name.split('-').next() {
            Some("highlight") => highlight::script(&text, &self.languages),
            // An old workaround, for which browsers do not keep the page when its reader goes on.
            Some("book") => text.replace("window.onunload = function() { };", ""),
            _ => text,
        } + "\n;\n")
    }

    /// Removes the files that no page asks for any more, and the folders in which only they were.
    ///
    /// # Errors
    /// A file cannot be removed.
    pub fn clear(&self) -> Result<()> {
        let joined = self.joined();
        let files: BTreeSet<_> = joined.keys().flatten().map(|asked| &asked.file).collect();
        for file in files {
            fs::remove_file(file).with_context(|| format!("cannot remove {}", file.display()))?;
            let folders = file.ancestors().skip(1).take_while(|folder| *folder != self.folder);
            // The first that holds something else ends it.
            folders.map(fs::remove_dir).take_while(Result::is_ok).for_each(drop);
        }
        Ok(())
    }

    fn joined(&self) -> MutexGuard<'_, Joined> {
        self.joined.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
