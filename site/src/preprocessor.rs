//! mdBook's preprocessor for this book: mdbook-cmdrun runs the chapters' commands.
//!
//! A command that fails, or a chapter that is not in order, fails the build, with the file and the line. mdbook-cmdrun would
//! write an error into the page and go on. So all commands are answered here first, in this process; those that mdbook-cmdrun
//! then runs find their answers ready.

use std::collections::HashMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail, ensure};
use async_lessons::catalogue::Catalogue;
use async_lessons::catalogue::chapter::{Directive, directives};
use async_lessons::checks::check_chapter;
use async_lessons::figure::parse;
use async_lessons::problem::Problem;
use async_lessons::run::ready;
use async_lessons::run::store::{Store, program};
use mdbook_cmdrun::CmdRun;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

/// What mdbook-cmdrun writes in front of its own errors (version 0.7).
const CMDRUN_ERROR: &str = "**cmdrun error**: ";

/// Kinds of results that are kept between builds.
const STORES: [&str; 4] = ["chapters", "diagnoses", "figures", "twins"];

/// The preprocessor.
#[derive(Clone, Copy, Default)]
pub struct Lessons;

/// A command of a chapter, in words, and its answer.
type Answered = (Vec<String>, String);

/// Answers all commands of a chapter.
fn answers(catalogue: &Catalogue, path: &Path, text: &str) -> Result<Vec<Answered>, Vec<Problem>> {
    let problems = check_chapter(catalogue, path, text);
    if !problems.is_empty() {
        return Err(problems);
    }
    let answer = |directive: Directive| {
        let answered = directive.words().and_then(|words| {
            let text = parse(&words)?.answer(catalogue)?;
            Ok((words[1..].to_vec(), text))
        });
        answered.map_err(|problem| problem.at(&format!("book/{}", path.display()).replace('\\', "/"), directive.line))
    };
    let commands: Vec<Directive> = directives(text).into_iter().flatten().collect();
    let (good, bad): (Vec<_>, Vec<_>) = commands.into_par_iter().map(answer).partition(Result::is_ok);
    match bad.is_empty() {
        true => Ok(good.into_iter().flatten().collect()),
        false => Err(bad.into_iter().filter_map(Result::err).collect()),
    }
}

/// A chapter's text with the answers in the places of its commands, which mdbook-cmdrun runs unless it did so before.
fn expand(root: &Path, path: &Path, text: &str, answers: &[Answered]) -> Result<String> {
    let store = Store::open(root, "chapters", program());
    if let Some(known) = store.get((text, answers)) {
        return Ok(known);
    }
    let ready = ready::store().context("the program `lessons` is asked without answers")?;
    for (words, answer) in answers {
        ready.put(words.as_slice(), answer);
    }
    let folder = root.join("book").join(path.parent().unwrap_or(Path::new("")));
    let expanded = CmdRun::run_on_content(text, &folder.to_string_lossy())?.replace("\r\n", "\n");
    let file = path.display();
    for (words, answer) in answers {
        ensure!(
            expanded.contains(answer.trim_end()),
            "book/{file}: mdbook-cmdrun could not run `lessons {}`",
            words.join(" ")
        );
    }
    ensure!(
        !expanded.contains(CMDRUN_ERROR),
        "book/{file}: mdbook-cmdrun reports an error\n{expanded}"
    );
    store.put((text, answers), &expanded);
    Ok(expanded)
}

impl Preprocessor for Lessons {
    fn name(&self) -> &str {
        "lessons"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let root = &context.root;
        let catalogue = Catalogue::load(root)?;
        let chapters: Vec<(PathBuf, String)> = book
            .chapters()
            .filter_map(|chapter| Some((chapter.source_path.clone()?, chapter.content.clone())))
            .collect();
        STORES.iter().for_each(|name| Store::open(root, name, ()).prune());
        // One more than processors: some listings only sleep, on the real clock. More would make them late.
        let threads = thread::available_parallelism().map_or(1, NonZero::get) + 1;
        let pool = ThreadPoolBuilder::new().num_threads(threads).build()?;
        let answered: Vec<_> = pool.install(|| {
            let answered = chapters.par_iter().map(|(path, text)| answers(&catalogue, path, text));
            answered.collect()
        });
        let mut problems: Vec<Problem> = Vec::new();
        let mut good = Vec::new();
        for (chapter, result) in chapters.iter().zip(answered) {
            match result {
                Ok(answers) => good.push((chapter, answers)),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            problems.sort();
            let list: Vec<String> = problems.iter().map(Problem::to_string).collect();
            bail!("the book is not in order\n{}", list.join("\n"));
        }
        let texts = pool.install(|| {
            let expanded = good.par_iter().map(|((path, text), answers)| {
                let text = expand(root, path, text, answers)?;
                Ok((path.clone(), text))
            });
            expanded.collect::<Result<HashMap<PathBuf, String>>>()
        });
        ready::store().inspect(Store::remove);
        let mut texts = texts?;
        book.for_each_chapter_mut(|chapter| {
            if let Some(text) = chapter.source_path.as_ref().and_then(|path| texts.remove(path)) {
                chapter.content = text;
            }
        });
        Ok(book)
    }
}
