//! A chapter's source: its commands, and any code blocks, which it should not contain.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::problem::{Problem, Result};

/// A command that mdbook-cmdrun runs: `<!-- cmdrun lessons … -->`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The line in the chapter, counted from 1.
    pub line: usize,
    /// The byte range in the text, from `<!--` to `-->`.
    pub range: Range<usize>,
    /// The command: `lessons …`.
    pub command: String,
}

/// A comment that looks like a command but that mdbook-cmdrun does not recognize and would not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelled {
    /// The line in the chapter, counted from 1.
    pub line: usize,
}

/// The lines on which code blocks begin, fenced or indented; lines are counted from 1.
pub fn blocks(text: &str) -> Vec<usize> {
    Parser::new(text)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| line_at(text, range.start))
        .collect()
}

/// The lines of headings after which nothing stands but a heading of the same or a higher level, or the end of the text.
pub fn empty_sections(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    // The level and the line of the heading after which nothing has been found yet.
    let mut open: Option<(HeadingLevel, usize)> = None;
    // Front matter is no heading, although its last line makes it look like one.
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                found.extend(open.filter(|(above, _)| level <= *above).map(|(_, line)| line));
                open = None;
            }
            Event::End(TagEnd::Heading(level)) => open = Some((level, line_at(text, range.start))),
            Event::End(_) => {}
            _ => open = None,
        }
    }
    found.extend(open.map(|(_, line)| line));
    found
}

/// The commands of a chapter, in order: anywhere in the text, on one line, as mdbook-cmdrun 0.7 finds them but for
/// [`Directive::is_joined`].
pub fn directives(text: &str) -> Vec<Result<Directive, Misspelled>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("<!--").map(|at| from + at) {
        from = start + "<!--".len();
        let inside = &text[from..];
        // Other comments are remarks, unless they look like a command.
        let comment = inside.split_once("-->").map_or(inside, |(comment, _)| comment);
        if !comment.contains("cmdrun") && !comment.contains("lessons ") {
            continue;
        }
        let line = line_at(text, start);
        let body = inside.trim_start_matches(' ').strip_prefix("cmdrun ");
        let command = body.and_then(|body| body.lines().next()?.split_once("-->"));
        let Some((command, _)) = command else {
            found.push(Err(Misspelled { line }));
            continue;
        };
        let end = command.as_ptr().addr() - text.as_ptr().addr() + command.len() + "-->".len();
        found.push(Ok(Directive {
            line,
            range: start..end,
            command: command.trim().to_owned(),
        }));
        from = end;
    }
    found
}

/// The byte offsets at which mdBook's preprocessor `links` would include a file or change the title, in all spellings.
pub fn includes(text: &str) -> Vec<usize> {
    let is_include = |(offset, _): &(usize, &str)| text[..*offset].trim_end().ends_with("{{");
    let found = text.match_indices('#').filter(is_include);
    found.map(|(offset, _)| offset).collect()
}

impl Directive {
    /// Whether mdbook-cmdrun 0.7 takes what follows on the line for a part of the command: it does if the line ends with another
    /// comment.
    pub fn is_joined(&self, text: &str) -> bool {
        let rest = text[self.range.end..].split_inclusive('\n').next().unwrap_or_default();
        rest.trim_end_matches(['\r', '\n']).ends_with("-->") && rest.ends_with('\n')
    }

    /// Whether the command is on its own line between empty lines, so that nothing around it changes how Markdown parses its
    /// output.
    pub fn is_alone(&self, text: &str) -> bool {
        let before = &text[..self.range.start];
        let after = &text[self.range.end..];
        let begins = before.is_empty() || before.ends_with("\n\n");
        let ends = after.trim_start_matches('\n').is_empty() || after.starts_with("\n\n");
        begins && ends
    }

    /// Splits the command into words, as both `sh` and `cmd` would.
    ///
    /// # Errors
    /// Fails if the command contains a character that is special to either shell, or an unclosed quotation mark.
    pub fn words(&self) -> Result<Vec<String>> {
        let command = &self.command;
        let mut words = Vec::new();
        for (index, piece) in command.split('"').enumerate() {
            let is_quoted = index % 2 == 1;
            let special = if is_quoted {
                "$`\\!%<>&|^"
            } else {
                "$`\\!%<>&|^;()*?[]{}'~#\n"
            };
            if let Some(character) = piece.chars().find(|character| special.contains(*character)) {
                return Err(Problem::from(format!(
                    "`{command}`: remove `{character}`, which is special to shells"
                )));
            }
            if is_quoted {
                words.push(piece.to_owned());
            } else {
                words.extend(piece.split_whitespace().map(str::to_owned));
            }
        }
        if command.matches('"').count() % 2 == 1 {
            return Err(Problem::from(format!(
                "`{command}`: a quotation mark is not closed; close or remove it"
            )));
        }
        Ok(words)
    }
}

/// The line of a byte offset in a text, counted from 1.
pub fn line_at(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_where_cmdrun_finds_them() {
        let text =
            "one\n<!-- cmdrun lessons show a/b -->\ntext (<!--cmdrun lessons line a/b \"x(\" -->)\n<!-- a remark -->\n";
        let found: Vec<Directive> = directives(text).into_iter().flatten().collect();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].command.as_str()), (2, "lessons show a/b"));
        assert_eq!(&text[found[1].range.clone()], "<!--cmdrun lessons line a/b \"x(\" -->");
        assert_eq!(
            found[1].words(),
            Ok(["lessons", "line", "a/b", "x("].map(String::from).to_vec())
        );
    }

    #[test]
    fn misspelled_commands_are_reported() {
        for text in [
            "<!--\tcmdrun lessons show a/b -->",
            "<!-- cmdrun lessons\nshow a/b -->",
            "<!-- cmdrun\nlessons show a/b -->",
            "<!-- cmdrun: lessons show a/b -->",
            "<!--- cmdrun lessons show a/b -->",
            "<!-- lessons show a/b -->",
        ] {
            assert_eq!(directives(text), [Err(Misspelled { line: 1 })], "{text}");
        }
    }

    #[test]
    fn characters_special_to_shells_are_refused() {
        for command in [
            "lessons show a/b; ls",
            "lessons show $(ls)",
            "lessons line a/b \"`ls`\"",
            "lessons \"a",
        ] {
            let directive = Directive {
                line: 1,
                range: 0..0,
                command: command.into(),
            };
            assert!(directive.words().is_err(), "{command}");
        }
    }

    #[test]
    fn a_comment_at_the_end_of_the_line_joins_the_command_before_it() {
        let is_joined = |text: &str| directives(text)[0].as_ref().expect("it is a command").is_joined(text);
        assert!(is_joined("<!-- cmdrun a --> and <!-- cmdrun b -->\n"));
        assert!(is_joined("<!-- cmdrun a --> <!-- a remark -->\r\n"));
        assert!(!is_joined("<!-- cmdrun a --> and <!-- cmdrun b -->.\n"));
        assert!(!is_joined("<!-- cmdrun a -->\n<!-- cmdrun b -->\n"));
    }

    #[test]
    fn a_command_is_alone_between_empty_lines() {
        let is_alone = |text: &str| directives(text)[0].as_ref().expect("a command").is_alone(text);
        assert!(is_alone("<!-- cmdrun a -->"));
        assert!(is_alone("one\n\n<!-- cmdrun a -->\n\ntwo"));
        for text in [
            "- <!-- cmdrun a -->\n",
            "one\n<!-- cmdrun a -->\n",
            "> x\n\n  <!-- cmdrun a -->\n",
            "<!-- cmdrun a -->\nx",
        ] {
            assert!(!is_alone(text), "{text}");
        }
    }

    #[test]
    fn empty_sections_are_found() {
        let text = "# a\n\n## b\n\ntext\n\n## c\n\n## d\n\n### e\n\n<!-- cmdrun x -->\n\n## f\n";
        assert_eq!(empty_sections(text), [7, 15]);
        assert_eq!(empty_sections("# a\n"), [1]);
    }

    #[test]
    fn includes_are_found_in_every_spelling() {
        for text in [
            "{{#include x}}",
            "{{ #include x}}",
            "{{\t#rustdoc_include x}}",
            "{{\n#playground x}}",
            "{{ \u{a0}#title x}}",
            "\\{{#template x}}",
            "{{{ #include x}}}",
        ] {
            assert_eq!(includes(text).len(), 1, "{text}");
        }
        assert_eq!(includes("{{x}} {{}} # {{ x # }}"), [0; 0]);
    }

    #[test]
    fn code_blocks_are_found_with_their_lines() {
        assert_eq!(
            blocks("text\n\n```rust\nx\n```\n\n    indented\n\n- a\n  ~~~\n  x\n  ~~~\n"),
            [3, 7, 10]
        );
    }
}
