//! The program behind `cargo run serve` and `cargo run build`, which is also mdBook's preprocessor.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;
use std::{env, io, thread};

use anyhow::{Context, Result, ensure};
use async_lessons::catalogue::{home, root};
use async_lessons::commands::site::{BuildOptions, ServeOptions};
use async_lessons::run::ready::READY;
use async_lessons::run::twin::{self, PYTHON};
use async_lessons::run::{self, PROGRAMS, replace_by};
use async_lessons::terminal::{self, CannotPrint, print};
use async_lessons_site::preprocessor::Lessons;
use async_lessons_site::programs::{BUILT_FROM, Saved};
use async_lessons_site::{blocks, links, outside, pages, pdf, place, published, serve};
use clap::{Parser, Subcommand};
use mdbook_preprocessor::{Preprocessor, parse_input};

/// Builds and serves the book *Async Rust Lessons*.
#[derive(Parser)]
#[command(bin_name = "cargo run", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build the book and serve it on this machine; rebuild and reload it when its sources change
    Serve(ServeOptions),
    /// Build the book's pages into target/book
    Build(BuildOptions),
    /// Check the pages in target/book: links work, code blocks match their files, and every published page still exists
    Check {
        /// Check only the links to other hosts, by requesting each of them; needs curl
        #[arg(long)]
        outside: bool,
        /// How long to wait for each answer, in seconds
        #[arg(long, value_name = "SECONDS", default_value_t = 20, requires = "outside")]
        limit: u64,
    },
    /// Record the pages in target/book as published, in site/published.txt: later checks require that they still exist
    Published,
    /// Run as the preprocessor `lessons` of book.toml
    #[command(hide = true)]
    Preprocess {
        /// `supports RENDERER`, when mdBook asks whether a renderer is supported
        question: Vec<String>,
    },
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => return terminal::print_answer_of_parser(&answer),
    };
    let result = match cli.verb {
        Verb::Serve(options) => with_lessons(|| serve_book(options)),
        Verb::Build(options) => with_lessons(|| build(options.pdf)),
        Verb::Check { outside: true, limit } => check_outside(Duration::from_secs(limit)),
        Verb::Check { .. } => check(),
        Verb::Published => publish(),
        Verb::Preprocess { question } if question.is_empty() => with_lessons(preprocess),
        // Success means that the renderer is supported. All of them are.
        Verb::Preprocess { .. } => Ok(ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        if let Some(error) = error.downcast_ref::<CannotPrint>() {
            return error.report();
        }
        terminal::print_error(&format_args!("{error:#}"));
        ExitCode::FAILURE
    })
}

/// Does `work` where the command `lessons` and the programs of the parts are built and on the path. The first call builds them
/// and restarts this program with an environment that says so.
fn with_lessons(work: impl FnOnce() -> Result<()>) -> Result<ExitCode> {
    if env::var_os(PROGRAMS).is_some() {
        return work().map(|()| ExitCode::SUCCESS);
    }
    // Look for Python once, while Cargo builds. Otherwise each command would look for it.
    let python = thread::spawn(twin::python);
    let saved = Saved::of(&root());
    run::build_all(&home())?;
    let this_program = env::current_exe().context("cannot find the path of this program")?;
    let lessons = run::built("lessons").context("Cargo has built no program `lessons`")?;
    let folder = lessons.parent().context("a program is in a folder")?;
    let old_path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([folder.to_owned()].into_iter().chain(env::split_paths(&old_path)))?;
    let mut command = Command::new(&this_program);
    command.args(env::args_os().skip(1)).env("PATH", path);
    command.env(PROGRAMS, run::handed_over()?);
    command.env(READY, format!("ready-{}", std::process::id()));
    command.env(BUILT_FROM, saved.digest());
    match python.join() {
        Ok(Ok(python)) => drop(command.env(PYTHON, python.env_value())),
        Ok(Err(problem)) => eprintln!("note: {problem}; the twins on the pages are not run"),
        Err(_) => {}
    }
    Ok(replace_by(&mut command)?)
}

fn serve_book(options: ServeOptions) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start the server's threads")?;
    runtime.block_on(serve::serve(&root(), options))
}

fn build(with_pdf: bool) -> Result<()> {
    // Report a missing browser before the pages are built.
    let chromium = with_pdf.then(pdf::chromium).transpose()?;
    let pages = pages::build(&root())?;
    print(&format!("{}\n", pages.join("index.html").display()))?;
    if let Some(chromium) = chromium {
        let _held = place::hold(&pages)?;
        eprintln!("printing the book; this takes half a minute or more");
        let file = root().join("target/async-rust-lessons.pdf");
        pdf::print(&chromium, &pages, &file, pdf::LIMIT)?;
        print(&format!("{}\n", file.display()))?;
    }
    Ok(())
}

fn check() -> Result<ExitCode> {
    let (folder, _held) = built_pages()?;
    let mut problems = links::check(&folder)?;
    problems.extend(published::check(&root(), &folder)?);
    problems.extend(blocks::check(&root(), &folder)?);
    let success = format!(
        "every link in {} works, and every code block matches its file",
        folder.display()
    );
    Ok(report(&problems, &success))
}

fn check_outside(limit: Duration) -> Result<ExitCode> {
    let (folder, _held) = built_pages()?;
    let (problems, count) = outside::check(&folder, limit)?;
    Ok(report(&problems, &format!("all {count} links to other hosts work")))
}

fn publish() -> Result<ExitCode> {
    let (folder, _held) = built_pages()?;
    let count = published::write(&root(), &folder)?;
    print(&format!("recorded {count} pages as published\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn preprocess() -> Result<()> {
    let (context, book) = parse_input(io::stdin())?;
    let book = Lessons.run(&context, book)?;
    Ok(serde_json::to_writer(io::stdout(), &book)?)
}

/// The folder of the last build. No other build replaces it while the file is open.
fn built_pages() -> Result<(PathBuf, File)> {
    let folder = pages::folder(&root())?;
    ensure!(
        folder.is_dir(),
        "{} does not exist; run `cargo run build` first",
        folder.display()
    );
    let held = place::hold(&folder)?;
    Ok((folder, held))
}

/// Prints the problems to standard error or, if there are none, `success` to standard output.
fn report(problems: &[String], success: &str) -> ExitCode {
    for problem in problems {
        terminal::note(problem);
    }
    if problems.is_empty() {
        return terminal::print_all(&format!("{success}\n"));
    }
    ExitCode::FAILURE
}
