//! The command line.
//!
//! A new command needs a variant of [`Command`] and an arm of [`Command::run`]. A command for chapters needs both in
//! `figure/request.rs` instead.
//!
//! Exit codes: 0 success, 1 a listing or a check failed, 2 wrong usage, 130 interrupted.

// The floors, from the ground up: a module uses only modules above its own line, as `tests::no_module_looks_up` in lib.rs checks.
mod completions;
mod contents;
mod new;
mod report;
pub mod site;

mod listings;
mod packages;

use std::env;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use crate::catalogue::Catalogue;
use crate::checks;
use crate::figure::Request;
use crate::problem::{Problem, Result, problem, write};
use crate::run::record::record;
use crate::run::{build, plain, ready};

use listings::RunArguments;
use report::{fail, misuse, print_answer};

const EXAMPLES: &str = "\
Examples:
  cargo run                      the table of contents
  cargo run join                 the listings of a chapter, in real time
  cargo run join/three-fetches   one listing; its file's path works, too
  cargo run tasks --virtual      a whole part without waiting, on the virtual clock
  cargo run join --timeline      the same, with a timeline of its tasks
  cargo run join --python        the chapter's asyncio twins, in Python
  cargo run serve --open         the book in the browser, rebuilt when it changes
  cargo test                     proves every code block and every output";

/// Runs the lessons of *Async Rust Lessons*, and builds and serves the book.
#[derive(Parser)]
#[command(name = "lessons", bin_name = "cargo run", after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
#[command(disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    lessons: RunArguments,
}

#[derive(Subcommand)]
enum Command {
    /// Build the book and serve it at http://localhost:3000; rebuild and reload it when its sources change
    Serve(site::ServeOptions),
    /// Build the book's pages into target/book
    Build(site::BuildOptions),
    /// Create the files of a new chapter
    New {
        /// PART/CHAPTER, such as tasks/join
        path: String,
    },
    /// Rewrite the lists of listings in listings/Cargo.toml and parts/, in the order of the book
    Manifest,
    /// Check that all listings print the same as Cargo examples on plain Tokio and the real clock
    Plain,
    /// Print a script that completes the names and options of `lessons` in a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the trace of a listing on the virtual clock as JSON: what its tasks did, and when
    Trace {
        /// CHAPTER/LISTING
        listing: String,
    },
    /// Measure what operations cost in Rust and in asyncio, and store the results; takes up to ten minutes
    #[command(disable_help_flag = true)]
    Bench(Arguments),
    #[command(flatten)]
    Request(Request),
}

#[derive(Args)]
struct Arguments {
    /// Options; `--help` lists them
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Runs the command that the process's arguments name.
pub fn main() -> ExitCode {
    let words: Vec<String> = env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some(answer) = ready::find(words.get(1..).unwrap_or_default()) {
        return print_answer(Ok(answer));
    }
    let cli = Cli::parse();
    let catalogue = match Catalogue::here() {
        Ok(catalogue) => catalogue,
        Err(problem) => return fail(&problem),
    };
    match cli.command {
        None if cli.lessons.names.is_empty() => print_answer(Ok(contents::table(&catalogue))),
        None => {
            let commands = Cli::command();
            let names = commands.get_subcommands().map(clap::Command::get_name);
            listings::run_named(&catalogue, &cli.lessons, &names.collect::<Vec<_>>())
        }
        Some(command) => command.run(&catalogue),
    }
}

impl Command {
    fn run(self, catalogue: &Catalogue) -> ExitCode {
        match self {
            Command::Serve(_) | Command::Build(_) => packages::site(catalogue),
            Command::Bench(bench) => packages::bench(catalogue, &bench.arguments),
            Command::New { path } => print_answer(new::chapter(catalogue, &path)),
            Command::Manifest => print_answer(rewrite_lists(catalogue)),
            Command::Plain => print_answer(compare_with_plain(catalogue)),
            Command::Completions { shell } => print_answer(Ok(completions::script(catalogue, Cli::command(), shell))),
            Command::Trace { listing } => print_about(catalogue, &listing, || trace(catalogue, &listing)),
            Command::Request(request) => match request.listing() {
                Some(listing) => print_about(catalogue, listing, || request.answer(catalogue)),
                None => print_answer(request.answer(catalogue)),
            },
        }
    }
}

/// Prints an answer about a listing. A name that cannot be resolved is wrong usage.
fn print_about(catalogue: &Catalogue, name: &str, answer: impl FnOnce() -> Result<String>) -> ExitCode {
    match catalogue.listing(name) {
        Err(error) => misuse(&error),
        Ok(_) => print_answer(answer()),
    }
}

/// A listing's trace, as JSON.
fn trace(catalogue: &Catalogue, name: &str) -> Result<String> {
    let listing = catalogue.listing(name)?;
    build(catalogue, [listing])?;
    let (trace, _) = record(catalogue, listing)?;
    Ok(serde_json::to_string_pretty(&trace).expect("a trace is plain data"))
}

/// Rewrites the lists of listings that are out of date.
fn rewrite_lists(catalogue: &Catalogue) -> Result<String> {
    let stale = checks::stale(catalogue)?;
    if stale.is_empty() {
        return Ok("listings/Cargo.toml and parts/ list every listing, in the order of the book".into());
    }
    for (file, text) in &stale {
        write(&catalogue.root, file, text)?;
    }
    let names: Vec<String> = stale.into_keys().collect();
    Ok(format!("rewrote {}; `git diff` shows what changed", names.join(", ")))
}

/// Compares the output of all listings on plain Tokio with their snapshots.
fn compare_with_plain(catalogue: &Catalogue) -> Result<String> {
    let differences = plain::check(catalogue)?;
    if differences.is_empty() {
        return Ok("every listing prints the same on plain Tokio and the real clock".into());
    }
    let list: Vec<String> = differences.iter().map(Problem::to_string).collect();
    Err(problem!("{} listings or twins differ\n{}", list.len(), list.join("\n")))
}
