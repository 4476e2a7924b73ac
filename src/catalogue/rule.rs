//! Which files can be listings: the rule for their paths and for their sources.
//!
//! The macro in `parts/include` compiles this file, too: it uses nothing of this crate.

use ra_ap_rustc_lexer::{DocStyle, FrontmatterAllowed, TokenKind, tokenize};

/// The suffixes of listings' files.
pub const SUFFIXES: [&str; 5] = [".rs", ".real.rs", ".panic.rs", ".hang.rs", ".fail.rs"];

/// The suffix of a listing that must not compile: an example, but not a module of its part's program.
const FAIL: &str = SUFFIXES[4];

/// Splits a path relative to `listings/`, with `/` as separator, into part, chapter, name and suffix.
///
/// # Errors
/// Fails if no listing can have this path. The error says why, and what to do.
pub fn split(path: &str) -> Result<[&str; 4], String> {
    let words: Vec<&str> = path.split('/').collect();
    let (file, folders) = words.split_last().expect("splitting a text gives at least one piece");
    let (stem, suffix) = file.split_at(file.find('.').unwrap_or(file.len()));
    let ([part, chapter], true) = (folders, SUFFIXES.contains(&suffix)) else {
        let [all @ .., last] = SUFFIXES;
        return Err(format!(
            "not a listing; rename it to PART/CHAPTER/NAME with {} or {last}",
            all.join(", ")
        ));
    };
    for word in [part, chapter, stem] {
        check_name(word)?;
    }
    Ok([part, chapter, stem, suffix])
}

/// Checks the name of a part, a chapter or a listing, which becomes part of names in Rust.
///
/// # Errors
/// Fails if the name has other characters than it may have.
pub fn check_name(name: &str) -> Result<(), String> {
    let is_good = |character: char| matches!(character, 'a'..='z' | '0'..='9' | '-');
    if name.starts_with(|first: char| first.is_ascii_lowercase()) && name.chars().all(is_good) {
        return Ok(());
    }
    let better = name.to_lowercase().replace(|character| !is_good(character), "-");
    let better = better.trim_start_matches(|character: char| !character.is_ascii_lowercase());
    let example = if better.is_empty() { "three-fetches" } else { better };
    Err(format!(
        "`{name}` is no name here; names have lower-case letters, digits and hyphens, and begin with a letter: rename it, perhaps to `{example}`"
    ))
}

/// What is wrong with a listing: lines, counted from 1 (0 for the whole file), and messages that name the repair. `path` is relative to
/// `listings/`.
pub fn faults(path: &str, source: &str) -> Vec<(usize, String)> {
    let suffix = match split(path) {
        Ok([.., suffix]) => suffix,
        Err(message) => return vec![(0, message)],
    };
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut report = |line, message: &str| found.push((line, message.to_owned()));
    if suffix != FAIL {
        check_module(&tokens, &mut report);
    }
    if has_main(&tokens) == Some(false) {
        report(0, "has no `fn main`; a listing is a complete program: add one");
    }
    found
}

/// The tokens, each with its line. Of comments only those that begin with `//!` or `/*!`.
fn tokens(source: &str) -> Vec<(usize, &str)> {
    let (mut at, mut line, mut found) = (0, 1, Vec::new());
    for token in tokenize(source, FrontmatterAllowed::No) {
        let text = &source[at..at + token.len as usize];
        match token.kind {
            TokenKind::LineComment {
                doc_style: Some(DocStyle::Inner),
            }
            | TokenKind::BlockComment {
                doc_style: Some(DocStyle::Inner),
                ..
            } => found.push((line, "//!")),
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {}
            _ => found.push((line, text)),
        }
        line += text.matches('\n').count();
        at += text.len();
    }
    found
}

/// Reports what means something else in a module than in a crate's root.
fn check_module(tokens: &[(usize, &str)], report: &mut impl FnMut(usize, &str)) {
    if let [(line, "//!"), ..] | [(line, "#"), (_, "!"), (_, "["), ..] = tokens {
        report(
            *line,
            "a listing is a module of its part's program and cannot begin with `#![…]` or `//!`; put `#[…]` on an item, or write `//`",
        );
    }
    for three in tokens.windows(3) {
        match three {
            [(line, "crate"), (_, ":"), (_, ":")] => report(
                *line,
                "`crate::` does not refer to the listing, which is a module of its part's program; write `self::` or `super::`",
            ),
            [(line, "mod"), _, (_, ";")] => {
                report(
                    *line,
                    "a listing is one file; write the module inline, as `mod name { … }`",
                );
            }
            _ => {}
        }
    }
}

/// Whether there is a `fn main` outside of all braces; `None` if they are unbalanced, which rustc reports.
fn has_main(tokens: &[(usize, &str)]) -> Option<bool> {
    let (mut depth, mut is_found) = (0_usize, false);
    let mut before = "";
    for (_, token) in tokens {
        match *token {
            "{" => depth += 1,
            "}" => depth = depth.checked_sub(1)?,
            "main" if depth == 0 && before == "fn" => is_found = true,
            _ => {}
        }
        before = token;
    }
    (depth == 0).then_some(is_found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_names_in_rust() {
        assert_eq!(
            split("tasks/join/three-fetches.panic.rs"),
            Ok(["tasks", "join", "three-fetches", ".panic.rs"])
        );
        for (path, expected) in [
            (
                "tasks/join/My Egg.rs",
                "`My Egg` is no name here; .*perhaps to `my-egg`",
            ),
            ("tasks/1abc/x.rs", "`1abc` is no name here; .*perhaps to `abc`"),
            ("tasks/join/ä.rs", "perhaps to `three-fetches`"),
            ("tasks/join/.rs", "`` is no name here"),
            ("tasks/join/odd.pnic.rs", "not a listing; rename it"),
            ("tasks/join/a.b.rs", "not a listing; rename it"),
            ("tasks/join.rs", "not a listing; rename it"),
            ("a/tasks/join/x.rs", "not a listing; rename it"),
        ] {
            let message = split(path).expect_err(path);
            assert!(
                expected.split(".*").all(|part| message.contains(part)),
                "{path}: {message}"
            );
        }
    }

    #[test]
    fn sources_must_be_programs_and_modules() {
        let lines = |path: &str, source: &str| {
            let lines = faults(path, source).into_iter().map(|(line, _)| line);
            lines.collect::<Vec<_>>()
        };
        let good =
            "// crate::x\n/// mod x;\nfn main() { let _ = \"crate::x\"; }\npub(crate) mod y { #![allow(unused)] }\n";
        assert_eq!(lines("a/b/c.rs", good), [0; 0]);
        for (source, expected) in [
            ("", [0]),
            ("// fn main() {}\nmod a { fn main() {} }\n", [0]),
            ("// one\n#![allow(unused)]\nfn main() {}\n", [2]),
            ("//! one\nfn main() {}\n", [1]),
            ("/*! one */ fn main() {}\n", [1]),
            ("fn main() {\n    crate::x();\n}\n", [2]),
            ("\nmod x;\nfn main() {}\n", [2]),
        ] {
            assert_eq!(lines("a/b/c.rs", source), expected, "{source}");
        }
        assert_eq!(
            lines("a/b/c.fail.rs", "//! one\nmod x;\nfn main() {}\n"),
            [0; 0],
            "an example"
        );
        assert_eq!(lines("a/b/c.rs", "fn x() {\n"), [0; 0], "rustc reports an open brace");
    }
}
