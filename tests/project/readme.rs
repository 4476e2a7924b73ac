//! The documents about the project, and the pages on how to use the book: their code, commands and links work.

use std::collections::BTreeSet;
use std::fs;

use crate::common::{good, here};
use crate::lessons::{self, lessons};
use async_lessons::catalogue::Catalogue;
use async_lessons::figure::listing::repository;
use async_lessons::run::twin;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The text of a file of this project.
fn read(file: &str) -> String {
    fs::read_to_string(here(file))
        .expect("the file exists")
        .replace("\r\n", "\n")
}

/// The texts of the fenced code blocks in a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut is_open = false;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if *info == *language => {
                texts.push(String::new());
                is_open = true;
            }
            Event::Text(part) if is_open => texts.last_mut().expect("a block is open").push_str(&part),
            Event::End(TagEnd::CodeBlock) => is_open = false,
            _ => {}
        }
    }
    texts
}

/// The text of the first code block in a language in README.md.
fn block(language: &str) -> String {
    let blocks = blocks(&read("README.md"), language);
    let block = blocks.into_iter().next();
    block.unwrap_or_else(|| panic!("README.md: expected a code block in {language}, found none"))
}

#[test]
fn the_program_in_readme_is_a_listing() {
    assert_eq!(
        block("rust"),
        read("listings/tasks/join/three-fetches.rs"),
        "README.md: copy the listing"
    );
    assert_eq!(
        block("text"),
        read("listings/tasks/join/three-fetches.stdout"),
        "README.md: copy the listing's output"
    );
}

/// The documents whose commands must work.
const DOCUMENTS: [&str; 5] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "book/index.md",
    "book/introduction.md",
];

#[test]
fn every_command_works() {
    let catalogue = good(Catalogue::here());
    let help = lessons::stdout(&lessons(&["help", "--all"]));
    let mut seen = BTreeSet::new();
    for file in DOCUMENTS {
        for command in commands(&read(file)) {
            let words: Vec<&str> = command
                .split_whitespace()
                .filter(|word| *word != "SNAPSHOTS=overwrite")
                .collect();
            let works = match words.as_slice() {
                ["cargo", "run", arguments @ ..] => run_works(&catalogue, &help, arguments),
                ["cargo", "test", arguments @ ..] => test_works(&catalogue, arguments),
                ["cargo", "add", _, ..] | ["git", "diff"] | ["git", "restore", "listings"] => true,
                ["mdbook", "serve" | "build"] => here("book.toml").exists(),
                ["bash", script, groups @ ..] => {
                    let text = fs::read_to_string(here(script)).unwrap_or_default();
                    !text.is_empty() && groups.iter().all(|group| text.contains(&format!("\n{group}() {{")))
                }
                _ => false,
            };
            assert!(
                works,
                "{file}: `{command}` does not work, or this test does not know it"
            );
            seen.insert(words.join(" "));
        }
    }
    for expected in [
        "cargo run serve --open",
        "cargo test",
        "cargo run",
        "cargo run manifest",
        "cargo run try FILE.rs",
        "cargo run new PART/CHAPTER",
    ] {
        assert!(seen.contains(expected), "expected a document to explain `{expected}`");
    }
}

/// Whether `cargo run` works with these arguments. Commands that take long are only looked up in the help.
fn run_works(catalogue: &Catalogue, help: &str, arguments: &[&str]) -> bool {
    let succeeds = |arguments: &[&str]| lessons(arguments).status.success();
    let has_command = |name: &str| help.contains(&format!("\n  {name} "));
    let all_among = |options: &[&str], known: &[&str]| options.iter().all(|option| known.contains(option));
    match arguments {
        [] => succeeds(&[]),
        ["--", option] => succeeds(&[option]),
        [verb @ ("serve" | "build" | "manifest"), options @ ..] => {
            has_command(verb) && all_among(options, &["--open", "--pdf"])
        }
        ["plain", names @ ..] => has_command("plain") && all_among(names, &["CHAPTER/NAME"]),
        ["help", ..] | ["list"] => succeeds(arguments),
        ["bench", options @ ..] => has_command("bench") && all_among(options, &["QUESTION", "--check"]),
        [
            "--locked",
            "--package",
            "async-lessons-site",
            "--",
            verb @ ("published" | "check"),
            options @ ..,
        ] => {
            // The site's own tests run these. Here it is enough that its command line has them.
            let source = read("site/src/main.rs").to_lowercase();
            source.contains(&format!("verb::{verb}")) && all_among(options, &["--outside"])
        }
        ["new", "PART/CHAPTER"] => has_command("new"),
        ["trace", "CHAPTER/LISTING"] => has_command("trace"),
        ["try", "FILE.rs" | "FOLDER", options @ ..] => {
            let known = lessons::stdout(&lessons(&["help", "try"]));
            has_command("try")
                && options
                    .iter()
                    .all(|option| known.contains(&format!("{option} ")) || known.contains(&format!("{option}\n")))
        }
        ["CHAPTER/LISTING", rest @ ..] => run_works(catalogue, help, &[&["join/three-fetches"], rest].concat()),
        ["all"] => catalogue.find("all").is_ok(),
        [name] => succeeds(&[name, "--virtual"]),
        [name, "--python"] => twin::python().is_err() || succeeds(&[name, "--python"]),
        [name, option @ ("--virtual" | "--timeline")] => succeeds(&[name, option]),
        [name, "--cut", "main" | "LANE"] => succeeds(&[name, "--cut", "main"]),
        [name, "--orders", _] => succeeds(&[name, "--orders", "2"]),
        _ => false,
    }
}

/// Whether `cargo test` works with these arguments: a filter must match a listing.
fn test_works(catalogue: &Catalogue, arguments: &[&str]) -> bool {
    match arguments {
        [] | ["CHAPTER/LISTING" | "CHAPTER/LISTING.py"] => true,
        ["--package", "async-lessons-benches"] => here("benches/Cargo.toml").exists(),
        [filter] => catalogue.listings().any(|listing| listing.name().starts_with(filter)),
        _ => false,
    }
}

/// All inline code, and all lines of console blocks, that begin with one of the known programs.
fn commands(text: &str) -> Vec<String> {
    let programs = ["cargo", "mdbook", "git", "bash", "SNAPSHOTS=overwrite"];
    let inline = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Code(code) => Some(code.to_string()),
        _ => None,
    });
    let lines = |block: String| block.lines().map(str::to_owned).collect::<Vec<_>>();
    inline
        .chain(blocks(text, "console").into_iter().flat_map(lines))
        .filter(|code| {
            code.split_once(' ')
                .is_some_and(|(program, _)| programs.contains(&program))
        })
        .collect()
}

#[test]
fn the_badge_follows_the_projects_address() {
    let catalogue = good(Catalogue::here());
    let readme = read("README.md");
    match repository(&catalogue) {
        None => assert!(
            !readme.contains("badge.svg"),
            "README.md: remove the badge, or set `git-repository-url` in book.toml"
        ),
        Some(address) => {
            let badge =
                format!("[![CI]({address}/actions/workflows/ci.yml/badge.svg)]({address}/actions/workflows/ci.yml)");
            assert!(
                readme.contains(&badge),
                "README.md: book.toml sets the project's address; add {badge}"
            );
        }
    }
}

#[test]
fn links_to_files_work() {
    for file in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = read(file);
        let headings = text.lines().filter(|line| line.starts_with('#'));
        let anchors: BTreeSet<String> = headings
            .map(|line| line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-"))
            .collect();
        for event in Parser::new(&text) {
            if let Event::Start(
                pulldown_cmark::Tag::Link { dest_url, .. } | pulldown_cmark::Tag::Image { dest_url, .. },
            ) = event
            {
                let exists = match dest_url.strip_prefix('#') {
                    Some(anchor) => anchors.contains(anchor),
                    None => dest_url.starts_with("https://") || here(&dest_url).exists(),
                };
                assert!(exists, "{file}: {dest_url} does not exist");
            }
        }
    }
}
