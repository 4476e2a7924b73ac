//! Adds what mdBook's pages lack for readers who use a keyboard or a screen reader.

use lol_html::element;
use lol_html::html_content::ContentType;

use super::Handlers;

const SKIP: &str = "<a class=\"skip\" href=\"#mdbook-content\">Skip to the text</a>";

/// Without scripts, mdBook's hidden check box opens the sidebar.
const TOGGLE_WITHOUT_SCRIPTS: &str =
    "<noscript><label class=\"icon-button\" for=\"mdbook-sidebar-toggle-anchor\">Contents</label></noscript>";

/// Adds a link that skips the menu, landmarks, and a button for the sidebar.
pub fn handlers(html: &str) -> Handlers<'static> {
    // `toc.html` has no menu. On a page with a base, `#…` would lead to another page.
    let has_menu = html.contains("id=\"mdbook-content\"") && !html.contains("<base ");
    vec![
        element!("body", move |body| {
            if has_menu {
                body.prepend(SKIP, ContentType::Html);
            }
            Ok(())
        }),
        element!("#mdbook-menu-bar", |bar| Ok(bar.set_tag_name("header")?)),
        // The chapter's title is the page's only first-level heading.
        element!("h1.menu-title", |title| Ok(title.set_tag_name("div")?)),
        element!("#mdbook-search-wrapper", |search| Ok(
            search.set_attribute("role", "search")?
        )),
        element!("#mdbook-sidebar-toggle-anchor", |check| Ok(
            check.set_attribute("aria-label", "Table of contents")?
        )),
        // A label cannot be focused. `theme/access.js` makes the button work like the label.
        element!("#mdbook-sidebar-toggle", |label| {
            label.set_tag_name("button")?;
            label.set_attribute("type", "button")?;
            label.remove_attribute("for");
            label.after(TOGGLE_WITHOUT_SCRIPTS, ContentType::Html);
            Ok(())
        }),
    ]
}
