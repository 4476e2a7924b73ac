//! Names of listings in sentences become links that say what they name, and terms of the glossary link to what they mean.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::rc::Rc;
use std::sync::Arc;

use async_lessons::catalogue::Catalogue;
use async_lessons::figure::listing::anchor;
use lol_html::html_content::ContentType;
use lol_html::{element, end_tag, text};
use timeline::html::escape;

use super::Handlers;
use crate::built::address;

/// The glossary: its source, and its page.
const GLOSSARY: [&str; 2] = ["book/appendix/glossary.md", "appendix/glossary.html"];

/// Terms that are also everyday words, which often mean something else.
const EVERYDAY: [&str; 6] = ["branch", "condition", "event", "handle", "leader", "task"];

/// The names and terms that pages may mention.
pub struct Names {
    listings: BTreeMap<String, Target>,
    terms: BTreeMap<String, Target>,
}

/// Where a name leads, relative to the book's top, and what it names.
struct Target {
    address: String,
    hint: String,
    /// The page that defines it.
    home: String,
}

impl Names {
    /// The listings and the terms of a book. A book without a glossary has no terms.
    pub fn of(catalogue: &Catalogue) -> Arc<Self> {
        let mut listings = BTreeMap::new();
        for chapter in catalogue.chapters() {
            let home = address(&chapter.path.with_extension("html"));
            for listing in &chapter.listings {
                let remark = match listing.suffix.remark() {
                    "" => String::new(),
                    remark => format!(" ({remark})"),
                };
                let target = Target {
                    address: format!("{home}#{}", anchor(listing)),
                    hint: format!("A program of “{}”{remark}", chapter.title),
                    home: home.clone(),
                };
                listings.insert(listing.name(), target);
            }
        }
        let glossary = fs::read_to_string(catalogue.root.join(GLOSSARY[0])).unwrap_or_default();
        let terms = glossary.lines().filter_map(term).collect();
        Arc::new(Self { listings, terms })
    }
}

impl Target {
    /// A link to it, with a text that is HTML already.
    fn link(&self, up: &str, class: &str, inner: &str) -> String {
        let hint = escape(&self.hint);
        format!(
            "<a class=\"{class}\" href=\"{up}{}\" data-hint=\"{hint}\">{inner}</a>",
            self.address
        )
    }
}

/// A line of the glossary: `**Term**: What it means. *[Chapter](../part/chapter.md)*`. Terms that are code are left out.
fn term(line: &str) -> Option<(String, Target)> {
    let (term, rest) = line.strip_prefix("**")?.split_once("**: ")?;
    let (meaning, link) = rest.split_once(" *[")?;
    let word = term.to_lowercase();
    if term.contains('`') || EVERYDAY.contains(&word.as_str()) {
        return None;
    }
    let home = link
        .split_once("](../")?
        .1
        .split(['#', ')'])
        .next()?
        .replace(".md", ".html");
    let target = Target {
        address: format!("{}#{}", GLOSSARY[1], id(term)),
        hint: meaning.replace('`', ""),
        home,
    };
    Some((word, target))
}

/// The id of a term in the glossary.
fn id(term: &str) -> String {
    format!("term-{}", term.to_lowercase().replace(' ', "-"))
}

/// Makes the links of a page. `page` is its address.
pub fn handlers(names: &Arc<Names>, page: &str) -> Handlers<'static> {
    let up: Rc<str> = "../".repeat(page.matches('/').count()).into();
    let mut handlers = ids(page);
    // How many links, code spans and bold words the text is in.
    let depth = Rc::new(Cell::new(0_usize));
    for outer in ["main a", "main code", "main strong"] {
        let depth = depth.clone();
        handlers.push(element!(outer, move |outer| {
            depth.set(depth.get() + 1);
            let depth = depth.clone();
            outer.on_end_tag(end_tag!(move |_| {
                depth.set(depth.get() - 1);
                Ok(())
            }))?;
            Ok(())
        }));
    }
    for code in ["main p > code", "main li > code", "main td > code"] {
        let (all, at, inside) = (names.clone(), up.clone(), depth.clone());
        handlers.push(text!(code, move |text| {
            if inside.get() == 1
                && let Some(target) = all.listings.get(text.as_str())
            {
                let link = target.link(&at, "name", text.as_str());
                text.replace(&link, ContentType::Html);
            }
            Ok(())
        }));
    }
    if page == GLOSSARY[1] || page == super::WHOLE {
        return handlers;
    }
    let seen = Rc::new(RefCell::new(BTreeSet::new()));
    for prose in ["main > p", "main > ul > li", "main > ol > li"] {
        let (names, up, depth, seen, page) = (names.clone(), up.clone(), depth.clone(), seen.clone(), page.to_owned());
        handlers.push(text!(prose, move |text| {
            if depth.get() == 0 {
                let linked = linked(&names, text.as_str(), &up, &page, &mut seen.borrow_mut());
                text.replace(&linked, ContentType::Html);
            }
            Ok(())
        }));
    }
    handlers
}

/// A text in which the first mention of each term is a link, but for those that the page itself defines.
fn linked(names: &Names, text: &str, up: &str, page: &str, seen: &mut BTreeSet<String>) -> String {
    let mut linked = text.to_owned();
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return linked;
    }
    let mut found: Vec<(usize, usize, &Target)> = Vec::new();
    for (term, target) in &names.terms {
        if target.home == page || seen.contains(term) {
            continue;
        }
        let Some(from) = lower
            .match_indices(term.as_str())
            .map(|(at, _)| at)
            .find(|at| is_word(&lower, *at, term))
        else {
            continue;
        };
        let mut to = from + term.len();
        to += usize::from(lower[to..].starts_with('s'));
        if found.iter().all(|(begin, end, _)| to <= *begin || *end <= from) {
            seen.insert(term.clone());
            found.push((from, to, target));
        }
    }
    found.sort_by_key(|(from, ..)| *from);
    for (from, to, target) in found.into_iter().rev() {
        let link = target.link(up, "term", &text[from..to]);
        linked.replace_range(from..to, &link);
    }
    linked
}

/// Whether a term at this place is a word by itself, perhaps in the plural.
fn is_word(text: &str, at: usize, term: &str) -> bool {
    let rest = &text[at + term.len()..];
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    let is_part = |one: Option<char>| one.is_some_and(|one| one.is_alphanumeric() || "-_'’".contains(one));
    !is_part(text[..at].chars().next_back()) && !is_part(rest.chars().next())
}

/// Gives the glossary's terms ids.
fn ids(page: &str) -> Handlers<'static> {
    if page != GLOSSARY[1] {
        return Vec::new();
    }
    // A term's text comes after its element's tag, so the id is that of an empty element before the text.
    vec![text!("main > p > strong:first-child", |text| {
        let word = text.as_str().to_owned();
        if !word.trim().is_empty() {
            text.before(&format!("<span id=\"{}\"></span>", id(&word)), ContentType::Html);
        }
        Ok(())
    })]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let line = "**Worker pool**: A fixed number of `tasks`. *[A queue](../channels/work-queue.md)*";
        Names {
            listings: BTreeMap::new(),
            terms: [
                term(line).expect("a term"),
                term("**Poll**: To ask. *[F](../tasks/future.md)*").expect("a term"),
            ]
            .into(),
        }
    }

    #[test]
    fn the_first_mention_of_a_term_is_a_link() {
        let mut seen = BTreeSet::new();
        let link = |word: &str| {
            format!("<a class=\"term\" href=\"../appendix/glossary.html#term-poll\" data-hint=\"To ask.\">{word}</a>")
        };
        let mut text = |text: &str| linked(&names(), text, "../", "channels/work-queue.html", &mut seen);
        assert_eq!(
            text("polling, poll-once, worker pools"),
            "polling, poll-once, worker pools"
        );
        assert_eq!(text("Polls & a poll"), format!("{} & a poll", link("Polls")));
        assert_eq!(text("another poll"), "another poll");
        assert!(term("**`Barrier`**: x *[B](../sync/barrier.md)*").is_none());
    }
}
