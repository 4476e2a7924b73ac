//! The command behind `cargo run serve` and `cargo run build`, and mdBook's preprocessor.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;
use std::{env, io, thread};

use anyhow::{Context, Result, ensure};
use async_lessons::catalogue::{home, root};
use async_lessons::run::ready::READY;
use async_lessons::run::twin::{self, PYTHON};
use async_lessons::run::{self, PROGRAMS, replace_by};
use async_lessons_site::preprocessor::Lessons;
use async_lessons_site::serve::{Options, serve};
use async_lessons_site::{blocks, links, outside, pages, pdf, published};
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
    /// Build the book, serve it on this machine, rebuild and reload it when it changes
    Serve {
        /// The port, on the loopback interface
        #[arg(long, default_value_t = 3000)]
        port: u16,
        /// Open the book in the browser
        #[arg(long)]
        open: bool,
    },
    /// Build the book's pages into target/book
    Build {
        /// Print the whole book as well, into target/async-rust-lessons.pdf; needs Chromium
        #[arg(long)]
        pdf: bool,
    },
    /// Check the pages in target/book: that links lead somewhere, that blocks show their files, and that no published page is gone
    Check {
        /// Instead ask other hosts whether the pages' links to them lead somewhere; needs curl
        #[arg(long)]
        outside: bool,
        /// How long to wait for each of their answers, in seconds
        #[arg(long, value_name = "SECONDS", default_value_t = 20, requires = "outside")]
        limit: u64,
    },
    /// Note the pages in target/book as published, in site/published.txt: from then on links to them are kept
    Published,
    /// Serve mdBook as the preprocessor `lessons` of book.toml
    #[command(hide = true)]
    Preprocess {
        /// `supports RENDERER`, as mdBook asks it
        question: Vec<String>,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match &cli.verb {
        Verb::Preprocess { question } if !question.is_empty() => Ok(ExitCode::SUCCESS),
        Verb::Check { outside: false, .. } => check(),
        Verb::Check { limit, .. } => check_outside(Duration::from_secs(*limit)),
        Verb::Published => publish(),
        _ if env::var_os(PROGRAMS).is_none() => with_lessons(),
        verb => act(verb),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

/// Builds the command `lessons` and the parts' programs, then starts this program again where chapters' commands find them.
fn with_lessons() -> Result<ExitCode> {
    // The commands would look for it one by one. While it answers, Cargo builds.
    let python = thread::spawn(twin::python);
    run::build_all(&home())?;
    let own = env::current_exe().context("cannot tell where this program lies")?;
    let lessons = run::built("lessons").context("Cargo has built no program `lessons`")?;
    let folder = lessons.parent().context("a program lies in a folder")?;
    let path = env::join_paths(
        [folder.to_owned()]
            .into_iter()
            .chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())),
    )?;
    let mut command = Command::new(&own);
    command.args(env::args_os().skip(1)).env("PATH", path);
    command.env(PROGRAMS, run::handed_over()?);
    command.env(READY, format!("ready-{}", std::process::id()));
    if let Ok(Ok(python)) = python.join() {
        command.env(PYTHON, python.env_value());
    }
    Ok(replace_by(&mut command)?)
}

fn act(verb: &Verb) -> Result<ExitCode> {
    match verb {
        Verb::Preprocess { .. } => {
            let (context, book) = parse_input(io::stdin())?;
            let book = Lessons.run(&context, book)?;
            serde_json::to_writer(io::stdout(), &book)?;
        }
        Verb::Build { pdf } => {
            log();
            // Whoever has no browser learns it before the pages are made.
            let chromium = pdf.then(pdf::chromium).transpose()?;
            let pages = pages::build(&root())?;
            println!("{}", pages.join("index.html").display());
            if let Some(chromium) = chromium {
                eprintln!("printing the book, which takes half a minute or more");
                let file = root().join("target/async-rust-lessons.pdf");
                pdf::print(&chromium, &pages, &file, pdf::LIMIT)?;
                println!("{}", file.display());
            }
        }
        Verb::Serve { port, open } => {
            log();
            let options = Options {
                port: *port,
                open: *open,
            };
            let runtime = tokio::runtime::Runtime::new().context("cannot start the server's threads")?;
            runtime.block_on(serve(&root(), options))?;
        }
        Verb::Check { .. } | Verb::Published => unreachable!("these need no lessons, and were answered before"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder with the pages that were built last.
fn built() -> Result<PathBuf> {
    let folder = root().join("target/book");
    ensure!(
        folder.is_dir(),
        "{} does not exist; `cargo run build` makes it",
        folder.display()
    );
    Ok(folder)
}

fn check() -> Result<ExitCode> {
    let folder = built()?;
    let mut problems = links::check(&folder)?;
    problems.extend(published::check(&root(), &folder)?);
    problems.extend(blocks::check(&root(), &folder)?);
    Ok(verdict(
        &problems,
        &format!(
            "every link in {} leads somewhere, and every block shows its file",
            folder.display()
        ),
    ))
}

fn check_outside(limit: Duration) -> Result<ExitCode> {
    let (problems, count) = outside::check(&built()?, limit)?;
    Ok(verdict(
        &problems,
        &format!("each of {count} links to other hosts leads somewhere"),
    ))
}

fn verdict(problems: &[String], praise: &str) -> ExitCode {
    for problem in problems {
        eprintln!("{problem}");
    }
    if problems.is_empty() {
        println!("{praise}");
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}

fn publish() -> Result<ExitCode> {
    let count = published::write(&root(), &built()?)?;
    println!("{count} pages are noted as published");
    Ok(ExitCode::SUCCESS)
}

/// mdBook's warnings go to standard error.
fn log() {
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .with_writer(io::stderr)
        .without_time()
        .with_target(false)
        .init();
}
