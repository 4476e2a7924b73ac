//! The sections of a page, as a search finds them: without programs, outputs and drawings.

use scraper::{ElementRef, Html};
use serde::Serialize;
use timeline::html::escape;

use crate::built::selector;

/// The ids of sections whose tables list the names that a chapter is about. The names count for the chapter's first section.
const REFERENCE: [&str; 2] = ["api-met-here", "from-asyncio"];

/// A heading and what follows it up to the next one.
#[derive(Debug, Default, Serialize)]
pub struct Section {
    /// The page, with the heading's id after `#`. The first section of a page has only the page.
    pub url: String,
    /// The heading.
    pub title: String,
    /// The titles of the chapter and of the section, as HTML.
    pub breadcrumbs: String,
    /// Whether its page teaches something. Pages without the [`REFERENCE`] sections, such as appendices, only refer to others.
    pub teaches: bool,
    /// The names it is about: listings, API items, error codes.
    pub names: String,
    /// Its prose and error messages.
    pub body: String,
}

/// Reads the sections of the page at `url`.
pub fn sections(url: &str, html: &str) -> Vec<Section> {
    let page = Html::parse_document(html);
    let mut reader = Reader {
        url,
        sections: Vec::new(),
        is_reference: false,
        teaches: false,
    };
    if let Some(main) = page.select(&selector("main")).next() {
        reader.read(main);
    }
    for section in &mut reader.sections {
        section.teaches = reader.teaches;
        for text in [&mut section.names, &mut section.body] {
            *text = one_line(text);
        }
    }
    reader.sections
}

struct Reader<'p> {
    url: &'p str,
    sections: Vec<Section>,
    /// Whether the current section is one of [`REFERENCE`].
    is_reference: bool,
    /// Whether the page has one of [`REFERENCE`].
    teaches: bool,
}

impl Reader<'_> {
    fn read(&mut self, parent: ElementRef) {
        for child in parent.children() {
            if let (Some(text), Some(section)) = (child.value().as_text(), self.sections.last_mut()) {
                section.body.push_str(text);
            }
            if let Some(element) = ElementRef::wrap(child) {
                self.element(element);
            }
        }
    }

    fn element(&mut self, element: ElementRef) {
        let id = element.attr("id");
        if let ("h1" | "h2" | "h3", Some(id)) = (element.value().name(), id) {
            return self.begin(id, element);
        }
        let Some(section) = self.sections.last_mut() else {
            return self.read(element);
        };
        if let Some(listing) = id.and_then(|id| id.strip_prefix("listing-")) {
            add(&mut section.names, listing);
        }
        let is = |class| element.value().classes().any(|name| name == class);
        if is("stderr") {
            let text = element.text().collect::<String>();
            section.names.push_str(&codes(&text));
            return add(&mut section.body, &messages(&text));
        }
        // Readers do not search for a program's code and output; the prose has its names.
        if matches!(
            element.value().name(),
            "button" | "figcaption" | "pre" | "script" | "style" | "svg"
        ) || is("timeline")
            || is("cuts")
        {
            return;
        }
        if self.is_reference && element.value().name() == "code" && is_in_first_column(element) {
            add(&mut self.sections[0].names, &element.text().collect::<String>());
        }
        // In HTML, cells and paragraphs may stand without white space between them.
        if let Some(section) = self.sections.last_mut()
            && element.value().name() != "code"
        {
            section.body.push(' ');
        }
        self.read(element);
    }

    fn begin(&mut self, id: &str, heading: ElementRef) {
        let title = one_line(&heading.text().collect::<String>());
        self.is_reference = REFERENCE.contains(&id);
        self.teaches |= self.is_reference;
        let mut section = Section {
            url: self.url.to_owned(),
            breadcrumbs: escape(&title),
            title,
            ..Section::default()
        };
        if let Some(chapter) = self.sections.first() {
            section.url.push_str(&format!("#{id}"));
            section.breadcrumbs = format!("{} » {}", chapter.breadcrumbs, section.breadcrumbs);
        }
        self.sections.push(section);
    }
}

/// Whether an element is in the first column of a table, which names what the row is about.
fn is_in_first_column(element: ElementRef) -> bool {
    element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .find(|ancestor| ancestor.value().name() == "td")
        .is_some_and(|cell| cell.prev_siblings().filter_map(ElementRef::wrap).next().is_none())
}

/// The codes of rustc's errors, sorted, each once.
fn codes(text: &str) -> String {
    let mut codes: Vec<&str> = text
        .split("error[")
        .skip(1)
        .filter_map(|rest| rest.split(']').next())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes.iter().map(|code| format!(" {code}")).collect()
}

/// An error's message without the lines in which rustc shows the program.
fn messages(text: &str) -> String {
    let is_source = |line: &str| {
        let line = line
            .trim_start()
            .trim_start_matches(|character: char| character.is_ascii_digit());
        ["|", " |", "-->", ":::", "..."]
            .iter()
            .any(|start| line.starts_with(start))
    };
    text.lines()
        .filter(|line| !is_source(line))
        .map(|line| format!("{line}\n"))
        .collect()
}

fn add(text: &mut String, more: &str) {
    text.push(' ');
    text.push_str(more);
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<nav>menu</nav><main><h1 id=\"a\"><a href=\"#a\">A &lt;T&gt;</a></h1><p>One</p><p><code>two</code>.</p>\
        <figure class=\"example\" id=\"listing-join-three-fetches\"><figcaption>file</figcaption>\
        <pre><code class=\"language-rust\">fn program() {}</code></pre>\
        <div class=\"stdout\"><pre><code>printed</code></pre></div>\
        <figure class=\"timeline\"><svg><text>drawn</text></svg><table><td>wait</td></table></figure></figure>\
        <h2 id=\"b\">B</h2><div class=\"stderr\"><pre><code>error[E0277]: it fails\n --> src.rs\n  |\n6 | a.await\n</code></pre></div>\
        <h2 id=\"api-met-here\">API</h2><table><tr><td><code>join!</code></td><td><code>other</code></td></tr></table></main>";

    #[test]
    fn sections_keep_prose_messages_and_names() {
        let sections = sections("x/a.html", PAGE);
        let read: Vec<[&str; 4]> = sections
            .iter()
            .map(|section| [&section.url, &section.breadcrumbs, &section.names, &section.body].map(String::as_str))
            .collect();
        assert_eq!(
            read,
            [
                ["x/a.html", "A &lt;T&gt;", "join-three-fetches join!", "One two."],
                ["x/a.html#b", "A &lt;T&gt; » B", "E0277", "error[E0277]: it fails"],
                ["x/a.html#api-met-here", "A &lt;T&gt; » API", "", "join! other"],
            ]
        );
        assert!(sections.iter().all(|section| section.teaches));
    }

    #[test]
    fn a_page_without_a_reference_section_does_not_teach() {
        assert!(
            sections("x.html", "<main><h1 id=\"a\">A</h1></main>")
                .iter()
                .all(|section| !section.teaches)
        );
        assert!(sections("x.html", "<p>no heading</p>").is_empty());
    }
}
