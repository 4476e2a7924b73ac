//! The command line.
//!
//! A new command needs a variant of [`Command`] and an arm of [`Command::run`]. A command for chapters needs both in
//! `figure/request.rs` instead.
//!
//! Exit codes: 0 success, 1 a listing or a check failed, 2 wrong usage, 130 interrupted, 141 whoever read the output has stopped.

// The floors, from the ground up: a module uses only modules above its own line, as `tests::no_module_looks_up` in lib.rs checks.
mod contents;
mod new;
mod passing;
mod report;
pub mod site;

mod attempt;
mod listings;
mod packages;

use std::env;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use timeline::html::visible;

use crate::catalogue::Catalogue;
use crate::checks::{self, Files};
use crate::figure::Request;
use crate::problem::{Result, all, write_all};
use crate::run::record::record;
use crate::run::{build, plain, ready};
use crate::terminal;

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
  cargo run try FILE.rs          a program of your own: what its tasks waited for
  cargo run serve --open         the book in the browser, rebuilt when it changes
  cargo test                     proves every code block and every output

`cargo run help COMMAND` explains a command, `cargo run help --all` lists those for contributors and chapters, too.";

/// The commands that readers need, which the help shows; the others are for contributors and chapters.
const FOR_READERS: [&str; 6] = ["help", "list", "try", "serve", "build", "bench"];

/// Runs the lessons of *Async Rust Lessons*, and builds and serves the book.
#[derive(Parser)]
#[command(name = "lessons", bin_name = "cargo run", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
#[command(disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    lessons: RunArguments,
}

#[derive(Subcommand)]
enum Command {
    /// Explain a command, or list the commands
    Help {
        /// The command to explain
        command: Option<String>,
        /// Also list the commands for contributors and chapters
        #[arg(long, conflicts_with = "command")]
        all: bool,
    },
    /// Print the table of contents
    List,
    /// Run a program of your own on the virtual clock, and say where its time went
    #[command(name = "try")]
    Attempt(attempt::Options),
    /// Build the book and serve it on this machine; rebuild and reload it when its sources change
    Serve(site::ServeOptions),
    /// Build the book's pages into target/book
    Build(site::BuildOptions),
    /// Check that listings print the same as Cargo examples on plain Tokio and the real clock
    Plain {
        /// Parts, chapters or listings to check; without names, all listings, which takes minutes
        #[arg(value_name = "NAME")]
        names: Vec<String>,
    },
    /// Measure what operations cost in Rust and in asyncio, and store the results; takes up to ten minutes
    Bench(async_lessons_measurements::Selection),
    /// Create the files of a new chapter
    New {
        /// PART/CHAPTER, such as tasks/join
        path: String,
    },
    /// Rewrite the lists of listings in listings/Cargo.toml and parts/, in the order of the book
    Manifest,
    /// Print the trace of a listing on the virtual clock as JSON: what its tasks did, and when
    Trace {
        /// CHAPTER/LISTING
        listing: String,
    },
    #[command(flatten)]
    Request(Request),
}

/// The command line, which shows only [`FOR_READERS`] in its help.
fn cli() -> clap::Command {
    let is_hidden = |command: &clap::Command| !FOR_READERS.contains(&command.get_name());
    Cli::command().mut_subcommands(|command| {
        let hide = is_hidden(&command);
        command.hide(hide)
    })
}

/// Runs the command that the process's arguments name.
pub fn main() -> ExitCode {
    let words: Vec<String> = env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some(answer) = ready::find(words.get(1..).unwrap_or_default()) {
        return print_answer(Ok(answer));
    }
    if let Some(word) = words
        .iter()
        // What follows is for a program of the reader's own.
        .take_while(|word| *word != "--")
        .find(|word| word.contains(|character: char| character != '\t' && character.is_control()))
    {
        return misuse(&format_args!(
            "`{}` holds control characters, which no name and no option does",
            visible(word)
        ));
    }
    let parsed = cli()
        .try_get_matches()
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(answer) => return terminal::print_answer_of_parser(&answer),
    };
    if let Some(Command::Help { command, all }) = &cli.command {
        return help(command.as_deref(), *all);
    }
    let catalogue = match Catalogue::here() {
        Ok(catalogue) => catalogue,
        Err(problem) => return fail(&problem),
    };
    match cli.command {
        None if cli.lessons.names.is_empty() => print_answer(Ok(contents::table(&catalogue))),
        None => listings::run_named(&catalogue, &cli.lessons, &command_names()),
        Some(command) => command.run(&catalogue),
    }
}

/// The names of all commands.
fn command_names() -> Vec<String> {
    cli()
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect()
}

/// Prints the help of one command, of those for readers, or of all.
fn help(command: Option<&str>, all: bool) -> ExitCode {
    let mut cli = cli().bin_name("cargo run");
    if all {
        cli = cli.mut_subcommands(|command| command.hide(false));
    }
    cli.build();
    let text = match command {
        None => cli.render_help(),
        Some(name) => match cli.find_subcommand_mut(name) {
            Some(command) => command.render_help(),
            None => {
                let names = command_names().join(", ");
                return misuse(&format_args!("no command is called `{name}`; the commands are {names}"));
            }
        },
    };
    terminal::print_all(&text.ansi().to_string())
}

impl Command {
    fn run(self, catalogue: &Catalogue) -> ExitCode {
        match self {
            Command::Help { command, all } => help(command.as_deref(), all),
            Command::List => print_answer(Ok(contents::table(catalogue))),
            Command::Serve(_) | Command::Build(_) => packages::site(catalogue),
            Command::Bench(selection) => packages::bench(catalogue, &selection),
            Command::New { path } => print_answer(new::chapter(catalogue, &path, &command_names())),
            Command::Attempt(options) => attempt::run(catalogue, &options),
            Command::Manifest => print_answer(rewrite_lists(catalogue)),
            Command::Plain { names } => compare_with_plain(catalogue, &names),
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
    let stale = checks::lists(catalogue, &Files::new())?;
    if stale.is_empty() {
        return Ok("listings/Cargo.toml and parts/ list every listing, in the order of the book".into());
    }
    write_all(&catalogue.root, &stale)?;
    let names: Vec<String> = stale.into_keys().collect();
    Ok(format!("rewrote {}; `git diff` shows what changed", names.join(", ")))
}

/// Compares the output of the named listings, or of all, on plain Tokio with their snapshots.
fn compare_with_plain(catalogue: &Catalogue, names: &[String]) -> ExitCode {
    let every = ["all".to_owned()];
    let found = catalogue.find_all(if names.is_empty() { &every } else { names });
    let listings = match found {
        Ok(listings) => listings,
        Err(error) => return misuse(&error),
    };
    let checked = plain::check(catalogue, &listings).and_then(|differences| all(&differences));
    print_answer(checked.map(|()| match names {
        [] => "every listing prints the same on plain Tokio and the real clock".into(),
        names => format!("{} prints the same on plain Tokio and the real clock", names.join(", ")),
    }))
}
