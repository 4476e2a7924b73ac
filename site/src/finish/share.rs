//! Link previews: the title, description and picture that are shown where a page's address is shared.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use lol_html::element;
use lol_html::html_content::ContentType;
use mdbook_driver::config::Config;
use scraper::Html;
use timeline::html::escape;

use super::Handlers;
use crate::built::selector;

/// The picture, relative to the project's folder. It is rendered from the `.svg` file of the same name.
const CARD: &str = "theme/card.png";
/// The picture's alternative text.
const CARD_TEXT: &str = "Async Rust Lessons: three bars of a timeline that begin together and end one after the other.";

/// What the previews of all pages have in common.
pub struct Shared {
    title: String,
    /// The absolute address of the pages, which ends in `/`. Only a known address gets a picture: previews need its absolute address.
    address: Option<String>,
}

impl Shared {
    /// Reads the settings and, if the address of the pages is known, copies the picture into their folder.
    ///
    /// # Errors
    /// The setting `site-url` is not a string, or the picture cannot be copied.
    pub fn prepare(root: &Path, folder: &Path, config: &Config) -> Result<Shared> {
        let site = config.get::<String>("output.html.site-url")?.unwrap_or_default();
        // mdBook also accepts a path without a host.
        let is_whole = site.starts_with("https://") || site.starts_with("http://");
        let address = is_whole.then(|| format!("{}/", site.trim_end_matches('/')));
        let card = root.join(CARD);
        if address.is_some() {
            fs::copy(&card, folder.join("card.png")).with_context(|| format!("cannot copy {}", card.display()))?;
        }
        Ok(Shared {
            title: config.book.title.clone().unwrap_or_default(),
            address,
        })
    }

    /// Adds the preview's tags after a page's description. `path` is the page's path relative to the folder of the pages.
    pub fn handlers(&self, path: &str, page: &Html, description: Option<String>) -> Handlers<'static> {
        let Some(tags) = self.tags(path, page, description) else {
            return Vec::new();
        };
        vec![element!("meta[name=description]", move |meta| {
            meta.after(&tags, ContentType::Html);
            Ok(())
        })]
    }

    fn tags(&self, path: &str, page: &Html, description: Option<String>) -> Option<String> {
        let description = description?;
        let title = title(page)?;
        let kind = if path == super::FIRST { "website" } else { "article" };
        let mut tags = vec![
            ("og:title", title),
            ("og:description", description),
            ("og:type", kind.to_owned()),
            ("og:site_name", self.title.clone()),
        ];
        match &self.address {
            None => tags.push(("twitter:card", "summary".into())),
            Some(address) => tags.extend([
                ("og:url", format!("{address}{}", path.trim_end_matches(super::FIRST))),
                ("og:image", format!("{address}card.png")),
                ("og:image:width", "1200".into()),
                ("og:image:height", "630".into()),
                ("og:image:alt", CARD_TEXT.into()),
                ("twitter:card", "summary_large_image".into()),
            ]),
        }
        let tag = |(name, content): (&str, String)| {
            let attribute = if name.starts_with("og:") { "property" } else { "name" };
            let content = escape(&content);
            format!("\n        <meta {attribute}=\"{name}\" content=\"{content}\">")
        };
        Some(tags.into_iter().map(tag).collect())
    }
}

/// The page's first heading or, without one, the title in its head.
fn title(page: &Html) -> Option<String> {
    let text = |query: &str| -> Option<String> {
        let element = page.select(&selector(query)).next()?;
        Some(element.text().collect::<String>().trim().to_owned())
    };
    text("main > h1").or_else(|| text("title"))
}
