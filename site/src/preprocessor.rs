//! mdBook's preprocessor for this book: mdbook-cmdrun runs the chapters' commands.
//!
//! mdbook-cmdrun writes an error into the page and goes on. This book's build must fail instead, and name the file and the line. So
//! the preprocessor first answers all commands in this process; the commands that mdbook-cmdrun then runs look up these answers.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, ensure};
use async_lessons::catalogue::Catalogue;
use async_lessons::catalogue::chapter::{Directive, directives};
use async_lessons::checks::{check_chapter, check_settings};
use async_lessons::figure::parse;
use async_lessons::problem::Problem;
use async_lessons::run::ready::{self, READY};
use async_lessons::run::store::{self, Store, program};
use mdbook_cmdrun::CmdRun;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::built::address;

/// The preprocessor.
#[derive(Clone, Copy, Default)]
pub struct Lessons;

/// A chapter: its path in `book/` and its text.
type Chapter = (PathBuf, String);

/// The words of a chapter's command, without the program's name, and its answer.
type Answered = (Vec<String>, String);

impl Preprocessor for Lessons {
    fn name(&self) -> &str {
        "lessons"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let root = &context.root;
        // Also when mdBook's own command runs this preprocessor beside others.
        refuse(check_settings(root)?)?;
        let catalogue = Catalogue::load(root)?;
        let chapters: Vec<Chapter> = book
            .chapters()
            .filter_map(|chapter| Some((chapter.source_path.clone()?, chapter.content.replace("\r\n", "\n"))))
            .collect();
        store::prune(root);
        // One thread more than processors, because some listings only sleep on the real clock. Even more threads would delay those.
        let threads = thread::available_parallelism().map_or(1, NonZero::get) + 1;
        let pool = ThreadPoolBuilder::new().num_threads(threads).build()?;
        let answers = pool.install(|| answer_all(&catalogue, &chapters))?;
        let texts: Result<HashMap<&Path, String>> = pool.install(|| {
            let chapters = chapters.par_iter().zip(answers);
            let texts =
                chapters.map(|((path, text), answers)| Ok((path.as_path(), expand(root, path, text, &answers)?)));
            texts.collect()
        });
        ready::store().inspect(Store::remove);
        let mut texts = texts?;
        book.for_each_chapter_mut(|chapter| {
            let path = chapter.source_path.as_deref();
            if let Some(text) = path.and_then(|path| texts.remove(path)) {
                chapter.content = text;
            }
        });
        Ok(book)
    }
}

/// Fails if there are problems, and lists them.
///
/// # Errors
/// There are some.
pub fn refuse(problems: Vec<Problem>) -> Result<()> {
    let list: Vec<String> = problems.iter().map(Problem::to_string).collect();
    ensure!(list.is_empty(), "the book has problems\n{}", list.join("\n"));
    Ok(())
}

/// Answers all commands of all chapters. The error lists the problems of all of them.
fn answer_all(catalogue: &Catalogue, chapters: &[Chapter]) -> Result<Vec<Vec<Answered>>> {
    let answered: Vec<_> = chapters
        .par_iter()
        .map(|(path, text)| answer(catalogue, path, text))
        .collect();
    let (good, bad): (Vec<_>, Vec<_>) = answered.into_iter().partition(Result::is_ok);
    let mut problems: Vec<Problem> = bad.into_iter().filter_map(Result::err).flatten().collect();
    problems.sort();
    // All figures of a listing have its fault.
    let mut told = HashSet::new();
    problems.retain(|problem| !problem.message.starts_with("listings/") || told.insert(problem.message.clone()));
    refuse(problems)?;
    Ok(good.into_iter().flatten().collect())
}

/// Answers all commands of a chapter.
fn answer(catalogue: &Catalogue, path: &Path, text: &str) -> Result<Vec<Answered>, Vec<Problem>> {
    let problems = check_chapter(catalogue, path, text);
    if !problems.is_empty() {
        return Err(problems);
    }
    let answer = |directive: Directive| {
        let answered = directive.words().and_then(|words| {
            let text = parse(&words)?.answer(catalogue)?;
            Ok((words[1..].to_vec(), text))
        });
        answered.map_err(|problem| problem.at(&format!("book/{}", address(path)), directive.line))
    };
    let commands: Vec<Directive> = directives(text).into_iter().flatten().collect();
    let (good, bad): (Vec<_>, Vec<_>) = commands.into_par_iter().map(answer).partition(Result::is_ok);
    match bad.is_empty() {
        true => Ok(good.into_iter().flatten().collect()),
        false => Err(bad.into_iter().filter_map(Result::err).collect()),
    }
}

/// A chapter's text with its commands replaced by their answers. mdbook-cmdrun replaces them, unless the result is known from before.
fn expand(root: &Path, path: &Path, text: &str, answers: &[Answered]) -> Result<String> {
    let store = Store::open(root, "chapters", program());
    if let Some(known) = store.get((text, answers)) {
        return Ok(known);
    }
    let ready = ready::store().with_context(|| format!("{READY} does not name a store of answers"))?;
    for (words, answer) in answers {
        ready.put(words.as_slice(), answer);
    }
    let folder = root.join("book").join(path.parent().unwrap_or(Path::new("")));
    let expanded = CmdRun::run_on_content(text, &folder.to_string_lossy())?.replace("\r\n", "\n");
    let file = path.display();
    ensure!(
        expanded == replaced(text, answers),
        "book/{file}: mdbook-cmdrun has run other commands than those of the chapter, or one of them failed; it wrote\n{expanded}"
    );
    store.put((text, answers), &expanded);
    Ok(expanded)
}

/// A chapter's text as mdbook-cmdrun must write it. At the end of a line, an answer brings one line feed; elsewhere it has none.
fn replaced(text: &str, answers: &[Answered]) -> String {
    let mut replaced = String::new();
    let mut from = 0;
    for (directive, (_, answer)) in directives(text).into_iter().flatten().zip(answers) {
        replaced.push_str(&text[from..directive.range.start]);
        from = directive.range.end;
        if text[from..].starts_with('\n') {
            from += 1;
            replaced.push_str(answer.trim_end_matches('\n'));
            replaced.push('\n');
        } else {
            replaced.push_str(answer.trim_end());
        }
    }
    replaced + &text[from..]
}
