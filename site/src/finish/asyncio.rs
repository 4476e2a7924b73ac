//! Wraps the chapters' "From asyncio" in `<section>`, so that it can be styled as a box. Markdown has no sections.

use std::cell::Cell;
use std::rc::Rc;

use lol_html::html_content::ContentType;
use lol_html::{element, end_tag};

use super::Handlers;

/// The id of the heading. On the page of the whole book mdBook appends a number.
const ASYNCIO: &str = "from-asyncio";

const END: &str = "</section>\n";

/// Wraps each "From asyncio" from its heading to the next first- or second-level heading.
pub fn handlers() -> Handlers<'static> {
    let is_open = Rc::new(Cell::new(false));
    let at_end = is_open.clone();
    vec![
        element!("main > h1, main > h2", move |title| {
            if is_open.replace(false) {
                title.before(END, ContentType::Html);
            }
            let id = title.get_attribute("id").unwrap_or_default();
            if title.tag_name() == "h2" && is_asyncio(&id) {
                let begin = format!("<section class=\"asyncio\" aria-labelledby=\"{id}\">\n");
                title.before(&begin, ContentType::Html);
                is_open.set(true);
            }
            Ok(())
        }),
        element!("main", move |main| {
            let at_end = at_end.clone();
            main.on_end_tag(end_tag!(move |end| {
                if at_end.take() {
                    end.before(END, ContentType::Html);
                }
                Ok(())
            }))?;
            Ok(())
        }),
    ]
}

fn is_asyncio(id: &str) -> bool {
    let number = id.strip_prefix(ASYNCIO).map(|rest| rest.trim_start_matches('-'));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
