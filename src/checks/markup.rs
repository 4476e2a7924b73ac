//! Checks of a chapter's Markdown: it has one title, HTML only by name, no pictures, and nothing that includes a file.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use crate::catalogue::chapter::{Directive, directives, includes, line_at};

/// The HTML elements that a chapter may contain. They may have a class, and nothing else.
const ALLOWED: [&str; 8] = ["br", "details", "div", "kbd", "span", "sub", "summary", "sup"];

/// Elements that have no end.
const VOID: [&str; 1] = ["br"];

/// The problems of a chapter's Markdown: a line, counted from 1, and a message.
pub(super) fn check(text: &str) -> Vec<(usize, String)> {
    let commands: Vec<Directive> = directives(text).into_iter().flatten().collect();
    // What Markdown reads is a command's answer, not a comment: at the start of a line, that would begin a block of HTML.
    let mut answered = text.to_owned();
    for command in &commands {
        answered.replace_range(command.range.clone(), &"x".repeat(command.range.len()));
    }
    let text = answered.as_str();
    // As in mdBook: a table or a footnote changes what is a code span or HTML.
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<(Event, Range<usize>)> = Parser::new_ext(text, options).into_offset_iter().collect();
    let mut found = check_title(&events);
    for offset in includes(text) {
        let message = "includes do not work here; show a listing with `<!-- cmdrun lessons show CHAPTER/LISTING -->`";
        found.push((offset, message.to_owned()));
    }
    let mut open = Vec::new();
    for (event, range) in &events {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                check_tags(text, range.clone(), &mut open, &mut found);
                // Markdown does not read what is in a block of HTML.
                found.extend(typed(&text[range.clone()]).map(|at| {
                    let message = "typed text in HTML; put an empty line before and after it";
                    (range.start + at, message.to_owned())
                }));
            }
            Event::InlineHtml(_) => check_tags(text, range.clone(), &mut open, &mut found),
            Event::Start(Tag::Image { .. }) => {
                let message = "a typed picture; pages show what listings did: use a command, or say it in words";
                found.push((range.start, message.to_owned()));
            }
            _ => {}
        }
    }
    let unclosed = open.into_iter().map(|(name, offset)| {
        let message = format!("`<{name}>` is not closed; add `</{name}>`");
        (offset, message)
    });
    found.extend(unclosed);
    found.extend(commands.iter().filter_map(|command| check_command(command, &events)));
    let with_line = |(offset, message)| (line_at(text, offset), message);
    found.into_iter().map(with_line).collect()
}

/// A command is not in inline code.
fn check_command(command: &Directive, events: &[(Event, Range<usize>)]) -> Option<(usize, String)> {
    let start = command.range.start;
    let is_around = |(event, range): &(Event, Range<usize>)| matches!(event, Event::Code(_)) && range.contains(&start);
    let message = "a command in inline code would be run all the same; remove the backticks around it";
    events.iter().any(is_around).then(|| (start, message.to_owned()))
}

/// A chapter begins with its title, and has no other one.
fn check_title(events: &[(Event, Range<usize>)]) -> Vec<(usize, String)> {
    let is_title = |event: &Event| {
        matches!(
            event,
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            })
        )
    };
    let is_remark = |event: &Event| matches!(event, Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::End(_));
    let mut found = Vec::new();
    let first = events.iter().find(|(event, _)| !is_remark(event));
    if !first.is_some_and(|(event, _)| is_title(event)) {
        let message =
            "a chapter begins with its title, as `# Title`; remove what is before it (front matter has no effect)";
        found.push((first.map_or(0, |(_, range)| range.start), message.to_owned()));
    }
    let others = events.iter().filter(|(event, _)| is_title(event)).skip(1);
    found.extend(others.map(|(_, range)| {
        let message = "a second title; a page has one: write `## ` here";
        (range.start, message.to_owned())
    }));
    found
}

/// Checks the tags in one piece of HTML. `open` holds the elements that are open, and where they begin.
fn check_tags(text: &str, range: Range<usize>, open: &mut Vec<(String, usize)>, found: &mut Vec<(usize, String)>) {
    let mut from = range.start;
    while let Some(start) = text[from..range.end].find('<').map(|at| from + at) {
        let rest = &text[start..range.end];
        // The check of commands looks at comments.
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let Some(length) = rest.find(end).map(|at| at + end.len()) else {
            found.push((start, refused(rest)));
            return;
        };
        from = start + length;
        if rest.starts_with("<!--") {
            continue;
        }
        let tag = &rest[..length];
        match name(tag) {
            // Its start is refused as well, or mdBook warns.
            None if tag.starts_with("</") => {}
            None => found.push((start, refused(tag))),
            Some(name) if VOID.contains(&name) => {}
            Some(name) if !tag.starts_with("</") => open.push((name.to_owned(), start)),
            Some(name) if open.last().is_some_and(|(last, _)| last == name) => drop(open.pop()),
            Some(name) => {
                let message = format!("`</{name}>` closes nothing; remove it, or open `<{name}>` before it");
                found.push((start, message));
            }
        }
    }
}

/// Where a block of HTML has text outside of tags, comments and `<summary>`, if it has any.
fn typed(html: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let end = html[from..].find('<').map_or(html.len(), |at| from + at);
        let text = &html[from..end];
        if !text.trim().is_empty() {
            return Some(from + text.len() - text.trim_start().len());
        }
        let close = match &html[end..] {
            rest if rest.starts_with("<!--") => "-->",
            rest if rest.starts_with("<summary") => "</summary>",
            _ => ">",
        };
        from = end + html[end..].find(close)? + close.len();
    }
}

/// The name of an allowed tag; `None` for any other.
fn name(tag: &str) -> Option<&str> {
    let inside = tag.strip_prefix('<')?.strip_suffix('>')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
    let is_class = |text: &str| {
        let value = text.strip_prefix("class=\"").and_then(|text| text.strip_suffix('"'));
        value.is_some_and(|value| {
            value
                .chars()
                .all(|one| one.is_ascii_alphanumeric() || " -".contains(one))
        })
    };
    (ALLOWED.contains(&name) && (attributes.is_empty() || is_class(attributes))).then_some(name)
}

fn refused(tag: &str) -> String {
    let tag = tag.lines().next().unwrap_or_default();
    format!(
        "`{tag}` is no HTML that a chapter may contain; show programs and outputs by commands, write other code as `inline code` and \
         a `<` as `&lt;` (allowed, with a class at most: {})",
        ALLOWED.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines with problems in a chapter that goes on with this text from its third line.
    fn lines(text: &str) -> Vec<usize> {
        let found = check(&format!("# Title\n\n{text}"));
        found.into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn html_is_allowed_by_name_only() {
        for good in [
            "<details>\n<summary>More</summary>\n\nText.\n\n</details>\n",
            "<div class=\"ways two\">\n\na<br>b <kbd>c</kbd>\n\n</div>\n",
            "`Vec<String>`, 1 < 2, <https://example.org>, &lt;b&gt;\n",
            "<!-- a remark with <b> -->\n",
            "<!-- a remark\nwith <b>\nof three lines -->\n",
        ] {
            assert_eq!(lines(good), [0; 0], "{good}");
        }
        for bad in [
            "A Vec<String> is\n",
            "<script>x()</script>\n",
            "<img src=x onerror=y>\n",
            "<div style=\"x\">\n\n</div>\n",
            "<details onclick='x'>\n</details>\n",
            "<DIV>\n</DIV>\n",
            "<a\nhref=x>y</a>\n",
            "<![CDATA[ x ]]>\n",
            "<?php x ?>\n",
            "<!doctype html>\n",
            "<details>\n",
            "</details>\n",
            "<div>\n</details>\n</div>\n",
            "<div>\ntext\n</div>\n",
            "<div><!-- x -->text</div>\n",
            "![alt](x.png)\n",
        ] {
            assert!(!lines(bad).is_empty(), "{bad}");
            assert!(lines(bad).iter().all(|line| *line >= 3), "{bad}");
        }
    }

    #[test]
    fn a_chapter_has_one_title_and_begins_with_it() {
        assert_eq!(lines("text\n\n# Another\n"), [5]);
        assert_eq!(lines("Another\n===\n"), [3]);
        let first_line = |text: &str| check(text).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(first_line("---\ntitle: x\n---\n\n# Title\n"), [1]);
        assert_eq!(first_line("+++\ntitle = 1\n+++\n# Title\n"), [1]);
        assert_eq!(first_line("<!-- a remark -->\n\n# Title\n"), [0; 0]);
        assert_eq!(first_line(""), [1]);
    }
}
