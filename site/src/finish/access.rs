//! What mdBook's pages lack for those who read with a keyboard or a screen reader.

use lol_html::element;
use lol_html::html_content::ContentType;

use super::Handlers;

const SKIP: &str = "<a class=\"skip\" href=\"#mdbook-content\">Skip to the text</a>";

/// Without scripts the sidebar is opened by the check box that mdBook hides.
const TOGGLE_WITHOUT_SCRIPTS: &str =
    "<noscript><label class=\"icon-button\" for=\"mdbook-sidebar-toggle-anchor\">Contents</label></noscript>";

/// Gives the page a way past its menu, landmarks, and a button for the sidebar.
pub fn handlers(html: &str) -> Handlers<'static> {
    // The contents alone have no menu. A page with a base may be shown at any address: a link within it would lead away from it.
    let has_menu = html.contains("id=\"mdbook-content\"") && !html.contains("<base ");
    vec![
        element!("body", move |body| {
            if has_menu {
                body.prepend(SKIP, ContentType::Html);
            }
            Ok(())
        }),
        element!("#mdbook-menu-bar", |bar| Ok(bar.set_tag_name("header")?)),
        // The page's first heading is the chapter's.
        element!("h1.menu-title", |title| Ok(title.set_tag_name("div")?)),
        element!("#mdbook-search-wrapper", |search| Ok(
            search.set_attribute("role", "search")?
        )),
        element!("#mdbook-sidebar-toggle-anchor", |check| Ok(
            check.set_attribute("aria-label", "Table of contents")?
        )),
        // A label cannot be reached by keyboard; `theme/access.js` lets the button do what the label did.
        element!("#mdbook-sidebar-toggle", |label| {
            label.set_tag_name("button")?;
            label.set_attribute("type", "button")?;
            label.remove_attribute("for");
            label.after(TOGGLE_WITHOUT_SCRIPTS, ContentType::Html);
            Ok(())
        }),
    ]
}
