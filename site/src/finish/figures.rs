//! A listing, the command that runs it, its output and its timeline become one figure; "From asyncio" becomes a section that can be set
//! apart. Markdown has them one below the other.

use std::cell::Cell;
use std::error::Error;
use std::rc::Rc;

use lol_html::html_content::ContentType;
use lol_html::{element, end_tag};
use scraper::{ElementRef, Html};

use super::{Handlers, selector};

/// The title of the sections for those who know asyncio.
const ASYNCIO: &str = "From asyncio";
/// What belongs to the figure that a listing's caption begins.
const PARTS: &str = "div.command, div.stdout, div.stderr, details.stderr, div.python, figure.timeline";

/// What to do with an element that stands directly in `main`.
#[derive(Default)]
struct Step {
    name: String,
    before: String,
    after: String,
    is_removed: bool,
}

/// Wraps what belongs together.
///
/// The plan is made by a parser that repairs what is nested wrongly. The rewriter sees it as it is, and would count differently: that is an
/// error.
pub fn handlers(page: &Html) -> Handlers<'static> {
    let steps = plan(page);
    let count = steps.len();
    let place = Rc::new(Cell::new(0));
    let last = place.clone();
    vec![
        element!("main > *", move |element| {
            let step = steps.get(place.replace(place.get() + 1));
            let Some(step) = step.filter(|step| step.name == element.tag_name()) else {
                return Err(misnested(&element.tag_name()));
            };
            element.before(&step.before, ContentType::Html);
            element.after(&step.after, ContentType::Html);
            if step.is_removed {
                element.remove();
            }
            Ok(())
        }),
        element!("main", move |main| {
            let last = last.clone();
            main.on_end_tag(end_tag!(move |end| {
                if last.get() == count {
                    Ok(())
                } else {
                    Err(misnested(&format!("/{}", end.name())))
                }
            }))?;
            Ok(())
        }),
    ]
}

fn misnested(name: &str) -> Box<dyn Error + Send + Sync> {
    format!("what stands before <{name}> is not nested as HTML wants it; look for a block inside of a paragraph").into()
}

fn plan(page: &Html) -> Vec<Step> {
    let Some(main) = page.select(&selector("main")).next() else {
        return Vec::new();
    };
    let elements: Vec<ElementRef> = main.child_elements().collect();
    let mut steps: Vec<Step> = elements
        .iter()
        .map(|element| Step {
            name: element.value().name().to_owned(),
            ..Step::default()
        })
        .collect();
    // Sections first: one that ends where a figure does ends behind it.
    sections(&elements, &mut steps);
    figures(&elements, &mut steps);
    steps
}

/// From each title "From asyncio" to the next title of its rank.
fn sections(elements: &[ElementRef], steps: &mut [Step]) {
    let title = selector("h1, h2");
    for (at, element) in elements.iter().enumerate() {
        if element.value().name() == "h2" && element.text().collect::<String>() == ASYNCIO {
            let length = elements[at + 1..]
                .iter()
                .take_while(|next| !title.matches(next))
                .count();
            let id = element.value().id().unwrap_or_default();
            steps[at].before = format!("<section class=\"asyncio\" aria-labelledby=\"{id}\">\n");
            steps[at + length].after = "\n</section>".into();
        }
    }
}

/// From a listing's code, which stands before its caption, to the last of what comes from its run.
fn figures(elements: &[ElementRef], steps: &mut [Step]) {
    let (caption, code, part) = (selector("div.listing"), selector("pre"), selector(PARTS));
    for (at, element) in elements
        .iter()
        .enumerate()
        .filter(|(_, element)| caption.matches(element))
    {
        let codes = elements[..at]
            .iter()
            .rev()
            .take_while(|before| code.matches(before))
            .count();
        let parts = elements[at + 1..].iter().take_while(|next| part.matches(next)).count();
        let id = element.value().id().unwrap_or_default();
        let name: String = element.select(&selector("b")).flat_map(|name| name.text()).collect();
        let opening = format!(
            "<figure class=\"example\" id=\"{id}\" aria-label=\"{name}\">\n<figcaption class=\"listing\">{}</figcaption>\n",
            element.inner_html()
        );
        steps[at - codes].before.push_str(&opening);
        // A listing and its twin. The script that lets readers choose would make the browser lay out both anew.
        if codes == 2 {
            steps[at - codes].before.push_str("<div class=\"twins\">\n");
            steps[at - 1].after.push_str("\n</div>");
        }
        steps[at].is_removed = true;
        steps[at + parts].after.insert_str(0, "\n</figure>");
    }
}
