//! A chapter's source, read for what the book's promise rests on: code blocks, includes, and commands.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// A code block of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where its first line stands in the chapter, from 1.
    pub line: usize,
    /// What stands behind the opening fence; `None` for an indented block.
    pub info: Option<String>,
    /// Its text.
    pub text: String,
}

/// An `{{#include path}}` or `{{#include path:anchor}}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    /// The path, as seen from the chapter's folder.
    pub path: String,
    /// The anchor, or whatever else stands behind a colon.
    pub anchor: Option<String>,
}

/// A command that mdbook-cmdrun runs: `<!-- cmdrun lessons … -->`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Where it stands in the chapter, from 1.
    pub line: usize,
    /// Where it stands in the text, from `<!--` to `-->`.
    pub range: Range<usize>,
    /// The command.
    pub command: String,
}

/// What chapters may ask `lessons` for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// `lessons output LISTING`: what it prints.
    Output {
        /// The listing.
        listing: String,
    },
    /// `lessons figure FIGURE`: what was measured, with its spread.
    Figure {
        /// `QUESTION/OPERATION`, or `QUESTION/OPERATION:LIBRARY`.
        figure: String,
    },
    /// `lessons ratio FIGURE FIGURE`: how many times as much the first is.
    Ratio {
        /// As in [`Request::Figure`].
        figure: String,
        /// What it is compared with.
        of: String,
    },
    /// `lessons figures QUESTION`: a table of all that was measured.
    Figures {
        /// The question.
        question: String,
    },
    /// `lessons chart QUESTION`: the same, drawn.
    Chart {
        /// The question.
        question: String,
    },
    /// `lessons table NAME`: a table made from the whole book.
    Table {
        /// Its name.
        name: String,
    },
    /// `lessons timeline LISTING`: what its tasks did, and when.
    Timeline {
        /// The listing.
        listing: String,
    },
    /// `lessons line LISTING "TEXT"`: the number of the line that holds the text.
    Line {
        /// The listing.
        listing: String,
        /// What the line holds.
        text: String,
    },
}

/// The code blocks of a chapter, in order.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut is_open = false;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                is_open = true;
                let info = match kind {
                    CodeBlockKind::Fenced(info) => Some(info.to_string()),
                    CodeBlockKind::Indented => None,
                };
                blocks.push(Block {
                    line: line_at(text, range.start),
                    info,
                    text: String::new(),
                });
            }
            Event::Text(part) if is_open => {
                if let Some(block) = blocks.last_mut() {
                    block.text.push_str(&part);
                }
            }
            Event::End(TagEnd::CodeBlock) => is_open = false,
            _ => {}
        }
    }
    blocks
}

/// Reads a block's text as one include and nothing else.
pub fn include(text: &str) -> Option<Include> {
    let target = text.trim().strip_prefix("{{#include ")?.strip_suffix("}}")?.trim();
    if target.contains("{{") {
        return None;
    }
    let (path, anchor) = match target.split_once(':') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (target, None),
    };
    Some(Include {
        path: path.to_owned(),
        anchor,
    })
}

/// The commands of a chapter, in order, as mdbook-cmdrun finds them: anywhere in the text, on one line.
pub fn directives(text: &str) -> Vec<Directive> {
    let mut directives = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find("<!--") {
        let start = from + found;
        let inside = start + "<!--".len();
        from = inside;
        let body = text[inside..].trim_start_matches(' ');
        let Some(body) = body.strip_prefix("cmdrun ") else {
            continue;
        };
        let Some(length) = body.lines().next().unwrap_or_default().find("-->") else {
            continue;
        };
        let end = text.len() - body.len() + length + "-->".len();
        directives.push(Directive {
            line: line_at(text, start),
            range: start..end,
            command: body[..length].trim().to_owned(),
        });
        from = end;
    }
    directives
}

impl Directive {
    /// Reads the command as one of those that chapters may run.
    ///
    /// # Errors
    /// It is another one, or holds something that a shell would read; the message says what is allowed.
    pub fn request(&self) -> Result<Request, String> {
        let words = words(&self.command)?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["lessons", "output", listing] => Ok(Request::Output {
                listing: (*listing).into(),
            }),
            ["lessons", "figure", figure] => Ok(Request::Figure {
                figure: (*figure).into(),
            }),
            ["lessons", "ratio", figure, of] => Ok(Request::Ratio {
                figure: (*figure).into(),
                of: (*of).into(),
            }),
            ["lessons", "figures", question] => Ok(Request::Figures {
                question: (*question).into(),
            }),
            ["lessons", "chart", question] => Ok(Request::Chart {
                question: (*question).into(),
            }),
            ["lessons", "table", name] => Ok(Request::Table { name: (*name).into() }),
            ["lessons", "timeline", listing] => Ok(Request::Timeline {
                listing: (*listing).into(),
            }),
            ["lessons", "line", listing, text] => Ok(Request::Line {
                listing: (*listing).into(),
                text: (*text).into(),
            }),
            _ => Err(format!(
                "`{}` is no command for a chapter; there are `lessons output LISTING`, `lessons timeline LISTING`, `lessons line LISTING \"TEXT\"`, `lessons table NAME` and, for what things cost, `lessons chart QUESTION`, `lessons figures QUESTION`, `lessons figure FIGURE` and `lessons ratio FIGURE FIGURE`",
                self.command
            )),
        }
    }
}

/// Splits a command as `sh` and `cmd` both would, and refuses what either would read as more than words.
fn words(command: &str) -> Result<Vec<String>, String> {
    let refuse = |character| {
        format!("`{command}`: a chapter's command cannot hold `{character}`, which shells read in their own way")
    };
    let mut words = Vec::new();
    for (index, piece) in command.split('"').enumerate() {
        let is_quoted = index % 2 == 1;
        let special = if is_quoted {
            "$`\\!%<>&|^"
        } else {
            "$`\\!%<>&|^;()*?[]{}'~#\n"
        };
        if let Some(character) = piece.chars().find(|character| special.contains(*character)) {
            return Err(refuse(character));
        }
        if is_quoted {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    if command.matches('"').count() % 2 == 1 {
        return Err(format!("`{command}`: a quotation mark is not closed"));
    }
    Ok(words)
}

/// The line, from 1, of a place in a text.
pub fn line_at(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_where_cmdrun_finds_them() {
        let text = "one\n<!-- cmdrun lessons output a/b -->\ntext (<!--cmdrun lessons line a/b \"x(\" -->)\n<!-- a remark -->\n";
        let found = directives(text);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].command.as_str()), (2, "lessons output a/b"));
        assert_eq!(&text[found[1].range.clone()], "<!--cmdrun lessons line a/b \"x(\" -->");
        let request = Request::Line {
            listing: "a/b".into(),
            text: "x(".into(),
        };
        assert_eq!(found[1].request(), Ok(request));
    }

    #[test]
    fn a_shell_finds_nothing_to_do() {
        for command in [
            "lessons output a/b; ls",
            "lessons output $(ls)",
            "lessons line a/b \"`ls`\"",
            "ls",
            "lessons build",
        ] {
            let directive = Directive {
                line: 1,
                range: 0..0,
                command: command.into(),
            };
            assert!(directive.request().is_err(), "{command}");
        }
    }

    #[test]
    fn blocks_know_their_line() {
        let found = blocks("text\n\n```rust\n{{#include ../a.rs:part}}\n```\n\n    indented\n");
        assert_eq!((found[0].line, found[0].info.as_deref()), (3, Some("rust")));
        assert_eq!(
            include(&found[0].text),
            Some(Include {
                path: "../a.rs".into(),
                anchor: Some("part".into())
            })
        );
        assert_eq!((found[1].line, found[1].info.as_deref()), (7, None));
    }
}
