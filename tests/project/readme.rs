//! README and CONTRIBUTING, and the pages that say how to use the book: their code and their commands work.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::common::{here, programs};
use async_lessons::catalogue::Catalogue;
use async_lessons::figure::listing::repository;
use async_lessons::run;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

fn read(file: &str) -> String {
    fs::read_to_string(here(file))
        .expect("the file is there")
        .replace("\r\n", "\n")
}

/// The texts of the fenced blocks of a language.
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

/// The text of the first block of a language in the README.
fn block(language: &str) -> String {
    let blocks = blocks(&read("README.md"), language);
    let block = blocks.into_iter().next();
    block.unwrap_or_else(|| panic!("README.md has a block of {language}"))
}

#[test]
fn the_readmes_program_is_a_listing() {
    assert_eq!(
        block("rust"),
        read("listings/tasks/join/three-fetches.rs"),
        "README.md: include the listing as it is"
    );
    assert_eq!(
        block("text"),
        read("listings/tasks/join/three-fetches.stdout"),
        "README.md: its output as it is"
    );
}

#[test]
fn every_command_works() {
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    let help = lessons(&["--help"]).1;
    let tests = lessons_tests();
    let mut seen = BTreeSet::new();
    for file in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "book/index.md",
        "book/introduction.md",
        "book/start.md",
    ] {
        for command in commands(&read(file)) {
            let words: Vec<&str> = command
                .split_whitespace()
                .filter(|word| *word != "SNAPSHOTS=overwrite")
                .collect();
            let works = match words.as_slice() {
                ["cargo", "run"] => lessons(&[]).0,
                ["cargo", "run", "--", option] => lessons(&[option]).0,
                [
                    "cargo",
                    "run",
                    verb @ ("serve" | "build" | "manifest" | "plain"),
                    options @ ..,
                ] => {
                    help.contains(&format!("\n  {verb} "))
                        && options.iter().all(|option| ["--open", "--pdf"].contains(option))
                }
                ["cargo", "run", "bench", options @ ..] => {
                    help.contains("\n  bench ") && options.iter().all(|option| ["QUESTION", "--check"].contains(option))
                }
                [
                    "cargo",
                    "run",
                    "--locked",
                    "--package",
                    "async-lessons-site",
                    "--",
                    verb @ ("published" | "check"),
                    options @ ..,
                ] => {
                    // Its own tests run these; here the words of its command line are looked for.
                    let words = read("site/src/main.rs").to_lowercase();
                    words.contains(&format!("verb::{verb}")) && options.iter().all(|option| *option == "--outside")
                }
                ["cargo", "test", "--package", "async-lessons-benches"] => here("benches/Cargo.toml").exists(),
                ["cargo", "run", "new", "PART/CHAPTER"] => help.contains("\n  new "),
                ["cargo", "run", "trace", "CHAPTER/LISTING"] => help.contains("\n  trace "),
                ["cargo", "run", "all"] => catalogue.find("all").is_ok(),
                ["cargo", "run", name] => lessons(&[name, "--virtual"]).0,
                ["cargo", "run", name, "--python"] => {
                    async_lessons::run::twin::python().is_err() || lessons(&[name, "--python"]).0
                }
                ["cargo", "run", name, option @ ("--virtual" | "--timeline")] => lessons(&[name, option]).0,
                ["cargo", "test"] | ["cargo", "test", "CHAPTER/LISTING"] => true,
                ["cargo", "test", filter] => tests.lines().any(|line| line.starts_with(filter)),
                ["mdbook", "serve" | "build"] => here("book.toml").exists(),
                ["bash", script] => here(script).exists(),
                ["cargo", "add", _, ..] | ["git", "diff"] | ["git", "restore", "listings"] => true,
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
        "cargo run new PART/CHAPTER",
    ] {
        assert!(seen.contains(expected), "`{expected}` is explained somewhere");
    }
}

/// Whatever is set as code and begins like a command.
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

/// Whether `lessons` ends well, and what it prints.
fn lessons(arguments: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(arguments)
        .env(run::PROGRAMS, programs())
        .output();
    let output = output.expect("lessons can be started");
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
    )
}

/// The names of the tests of the listings, a line each.
fn lessons_tests() -> String {
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    catalogue.listings().map(|listing| format!("{listing}\n")).collect()
}

#[test]
fn badges_follow_the_one_setting() {
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    let readme = read("README.md");
    match repository(&catalogue) {
        None => assert!(
            !readme.contains("badge.svg"),
            "README.md: a badge needs `git-repository-url` in book.toml"
        ),
        Some(address) => {
            let badge =
                format!("[![CI]({address}/actions/workflows/ci.yml/badge.svg)]({address}/actions/workflows/ci.yml)");
            assert!(
                readme.contains(&badge),
                "README.md: book.toml gives the project's address; add {badge}"
            );
        }
    }
}

#[test]
fn links_to_files_lead_somewhere() {
    for file in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        for event in Parser::new(&read(file)) {
            if let Event::Start(
                pulldown_cmark::Tag::Link { dest_url, .. } | pulldown_cmark::Tag::Image { dest_url, .. },
            ) = event
            {
                let is_elsewhere = dest_url.starts_with("https://");
                assert!(
                    is_elsewhere || here(&dest_url).exists(),
                    "{file}: {dest_url} does not exist"
                );
            }
        }
    }
}
