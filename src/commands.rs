//! The command line: what may be typed, and who answers it.
//!
//! A new command is a variant of [`Command`], and an arm of [`Command::run`]; one for chapters is both in `figure/request.rs`.
//!
//! Exit codes: 0 all is well, 1 a listing or a check failed, 2 the command was used wrongly, 130 interrupted.

mod completions;
mod contents;
mod new;
mod packages;
mod perform;

use std::env;
use std::process::ExitCode;

use anstream::{eprintln, print};
use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use crate::catalogue::Catalogue;
use crate::checks;
use crate::figure::Request;
use crate::problem::{Problem, Result, problem, write};
use crate::run::record::record;
use crate::run::{self, plain, ready};

/// Exit code: a listing or a check failed.
const FAILED: u8 = 1;
/// Exit code: the command was used wrongly.
const MISUSED: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  cargo run                      the table of contents
  cargo run join                 the listings of a chapter, in real time
  cargo run join/three-fetches   one listing; also by its file's path
  cargo run tasks --virtual      a whole part at once, on the virtual clock
  cargo run join --timeline      the same, and a drawing of what its tasks did
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
    lessons: Lessons,
}

/// Listings to run, and how.
#[derive(Args)]
struct Lessons {
    /// Parts, chapters or listings to run, in this order; `all` for every lesson. Without any, the table of contents
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Run on the virtual clock: the same output, without the waiting
    #[arg(long = "virtual")]
    is_virtual: bool,
    /// Run on the virtual clock, and draw what the tasks did, and when
    #[arg(long)]
    timeline: bool,
    /// Run the asyncio twin instead, in Python, in real time
    #[arg(long, conflicts_with_all = ["is_virtual", "timeline"])]
    python: bool,
    /// Draw with ASCII characters only
    #[arg(long, requires = "timeline")]
    ascii: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Build the book, serve it at http://localhost:3000, rebuild and reload it when it changes
    #[command(disable_help_flag = true)]
    Serve(Arguments),
    /// Build the book's pages into target/book
    #[command(disable_help_flag = true)]
    Build(Arguments),
    /// Make the files of a new chapter
    New {
        /// Where it belongs: PART/CHAPTER, such as tasks/join
        path: String,
    },
    /// Write the lists of listings in listings/Cargo.toml and parts/ anew, in the order of the book
    Manifest,
    /// Check that all listings print the same as plain Cargo examples, on plain tokio and the real clock
    Plain,
    /// Print a script that completes names and options of `lessons` in your shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print as JSON what a listing's tasks did on the virtual clock, and when
    Trace {
        /// CHAPTER/LISTING
        listing: String,
    },
    /// Measure what things cost, in Rust and in asyncio, and keep the results; takes up to ten minutes
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

/// Reads the arguments, and does what they say.
pub fn main() -> ExitCode {
    let words: Vec<String> = env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some(answer) = ready::find(words.get(1..).unwrap_or_default()) {
        return printed(Ok(answer));
    }
    let cli = Cli::parse();
    let catalogue = match Catalogue::here() {
        Ok(catalogue) => catalogue,
        Err(problem) => return fail(&problem),
    };
    match cli.command {
        None if cli.lessons.names.is_empty() => printed(Ok(contents::table(&catalogue))),
        None => perform::selected(&catalogue, &cli.lessons),
        Some(command) => command.run(&catalogue),
    }
}

impl Command {
    fn run(self, catalogue: &Catalogue) -> ExitCode {
        match self {
            Command::Serve(site) => packages::site(catalogue, "serve", &site.arguments),
            Command::Build(site) => packages::site(catalogue, "build", &site.arguments),
            Command::Bench(bench) => packages::bench(catalogue, &bench.arguments),
            Command::New { path } => printed(new::chapter(catalogue, &path)),
            Command::Manifest => printed(manifest(catalogue)),
            Command::Plain => printed(compared(catalogue)),
            Command::Completions { shell } => printed(Ok(completions::script(catalogue, Cli::command(), shell))),
            Command::Trace { listing } => about(catalogue, &listing, || trace(catalogue, &listing)),
            Command::Request(request) => match request.listing() {
                Some(listing) => about(catalogue, listing, || request.answer(catalogue)),
                None => printed(request.answer(catalogue)),
            },
        }
    }
}

/// Prints an answer about a listing; a name that stands for none was typed wrongly.
fn about(catalogue: &Catalogue, name: &str, answer: impl FnOnce() -> Result<String>) -> ExitCode {
    match catalogue.listing(name) {
        Err(error) => misuse(&error),
        Ok(_) => printed(answer()),
    }
}

/// A listing's trace, as JSON.
fn trace(catalogue: &Catalogue, name: &str) -> Result<String> {
    let listing = catalogue.listing(name)?;
    run::build(catalogue, [listing])?;
    let (trace, _) = record(catalogue, listing)?;
    Ok(serde_json::to_string_pretty(&trace).expect("a trace is plain data"))
}

/// Writes the lists of listings anew that are not as they should be.
fn manifest(catalogue: &Catalogue) -> Result<String> {
    let stale = checks::stale(catalogue)?;
    if stale.is_empty() {
        return Ok("listings/Cargo.toml and parts/ list every listing, in the order of the book".into());
    }
    for (file, text) in &stale {
        write(&catalogue.root, file, text)?;
    }
    let names: Vec<String> = stale.into_keys().collect();
    Ok(format!(
        "{}: written anew; `git diff` shows what changed",
        names.join(", ")
    ))
}

/// Compares all listings on plain tokio with what was accepted.
fn compared(catalogue: &Catalogue) -> Result<String> {
    let differences = plain::check(catalogue)?;
    if differences.is_empty() {
        return Ok("every listing prints the same on plain tokio and the real clock".into());
    }
    let list: Vec<String> = differences.iter().map(Problem::to_string).collect();
    Err(problem!("{} listings differ\n{}", list.len(), list.join("\n")))
}

/// Prints an answer, or why there is none.
fn printed(answer: Result<String>) -> ExitCode {
    match answer {
        Ok(text) => {
            print!("{text}{}", if text.ends_with('\n') { "" } else { "\n" });
            ExitCode::SUCCESS
        }
        Err(problem) => fail(&problem),
    }
}

fn fail(problem: &Problem) -> ExitCode {
    complain(problem);
    ExitCode::from(FAILED)
}

fn misuse(error: &dyn std::fmt::Display) -> ExitCode {
    complain(error);
    ExitCode::from(MISUSED)
}

fn complain(error: &dyn std::fmt::Display) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    eprintln!("{style}error:{style:#} {error}");
}
