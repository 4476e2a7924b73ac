//! mdBook's preprocessor for this book: runs the chapters' commands, through mdbook-cmdrun.
//!
//! mdbook-cmdrun writes an error into the page and goes on. Here a command that fails, or an include that is wrong, fails the
//! build, with the file and the line.

use std::collections::HashMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Result, anyhow, bail};
use async_lessons::catalogue::Catalogue;
use async_lessons::chapter::{Directive, directives};
use async_lessons::checks::{Problem, check_chapter};
use mdbook_cmdrun::CmdRun;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::outputs::{Outputs, fingerprint};

/// What mdbook-cmdrun writes in front of its own errors (version 0.7).
const CMDRUN_ERROR: &str = "**cmdrun error**: ";

/// The preprocessor. Clones share what they know of the commands' outputs.
#[derive(Clone, Default)]
pub struct Lessons {
    outputs: Outputs,
}

impl Lessons {
    /// A chapter's text with the outputs of its commands in their places.
    fn expand(&self, catalogue: &Catalogue, path: &Path, text: &str) -> Result<String, Vec<Problem>> {
        let mut problems = check_chapter(catalogue, path, text);
        if !problems.is_empty() {
            return Err(problems);
        }
        let folder = catalogue
            .root
            .join("book")
            .join(path)
            .parent()
            .map(Path::to_owned)
            .unwrap_or_default();
        let outputs: Vec<_> = directives(text)
            .into_par_iter()
            .map(|directive| (self.output(catalogue, &directive, &folder), directive))
            .collect();
        let mut expanded = String::new();
        let mut from = 0;
        for (output, directive) in outputs {
            expanded.push_str(&text[from..directive.range.start]);
            from = directive.range.end;
            match output {
                // On a line of its own the output has a line end already; within a sentence it must have none.
                Ok(output) => expanded.push_str(output.trim_end_matches('\n')),
                Err(message) => problems.push(Problem {
                    file: format!("book/{}", path.display()).replace('\\', "/"),
                    line: directive.line,
                    message,
                }),
            }
        }
        expanded.push_str(&text[from..]);
        if problems.is_empty() {
            Ok(expanded)
        } else {
            Err(problems)
        }
    }

    /// What a command prints; where nothing has changed since it was run before, what it printed then.
    fn output(&self, catalogue: &Catalogue, directive: &Directive, folder: &Path) -> Result<String, String> {
        let fingerprint = fingerprint(catalogue, &directive.command);
        if let Some(known) = fingerprint
            .as_ref()
            .and_then(|fingerprint| self.outputs.get(fingerprint))
        {
            return Ok(known);
        }
        let command = format!("--strict {}", directive.command);
        let output =
            CmdRun::run_cmdrun(command, &folder.to_string_lossy(), false).map_err(|error| format!("{error:#}"))?;
        match output.strip_prefix(CMDRUN_ERROR) {
            Some(error) => Err(error.trim_end().to_owned()),
            None => {
                let output = output.replace("\r\n", "\n");
                if let Some(fingerprint) = fingerprint {
                    self.outputs.put(fingerprint, output.clone());
                }
                Ok(output)
            }
        }
    }
}

impl Preprocessor for Lessons {
    fn name(&self) -> &str {
        "lessons"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let catalogue = Catalogue::load(&context.root).map_err(|message| anyhow!(message))?;
        let chapters: Vec<(PathBuf, String)> = book
            .chapters()
            .filter_map(|chapter| Some((chapter.source_path.clone()?, chapter.content.clone())))
            .collect();
        self.outputs.load(&context.root);
        let mut texts = HashMap::new();
        let mut problems = Vec::new();
        // One more than processors: some listings only sleep, on the real clock. More would make them late.
        let threads = thread::available_parallelism().map_or(1, NonZero::get) + 1;
        let pool = ThreadPoolBuilder::new().num_threads(threads).build()?;
        let expanded: Vec<_> = pool.install(|| {
            let expand = |(path, text): &(PathBuf, String)| (path.clone(), self.expand(&catalogue, path, text));
            chapters.par_iter().map(expand).collect()
        });
        for (path, result) in expanded {
            match result {
                Ok(text) => drop(texts.insert(path, text)),
                Err(found) => problems.extend(found),
            }
        }
        // Also when something failed: the next build need not run again what was good.
        self.outputs.save(&context.root)?;
        if !problems.is_empty() {
            problems.sort();
            let list: Vec<String> = problems.iter().map(Problem::to_string).collect();
            bail!("the book is not in order\n{}", list.join("\n"));
        }
        book.for_each_chapter_mut(|chapter| {
            if let Some(text) = chapter.source_path.as_ref().and_then(|path| texts.remove(path)) {
                chapter.content = text;
            }
        });
        Ok(book)
    }
}
