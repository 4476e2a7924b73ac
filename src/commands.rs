//! What can be asked of the command, and who answers.
//!
//! Exit codes: 0 all is well, 1 a listing or a check failed, 2 the command was used wrongly, 130 interrupted.

mod contents;
mod new;
mod packages;
mod perform;

use std::process::ExitCode;

use anstream::{eprintln, print, println};
use async_lessons::catalogue::{Catalogue, Listing, Nothing};
use async_lessons::{checks, costs, observe, page, plain, playground, run, tables, timeline, trace, twin};
use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use perform::View;
use stage::Clock;

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
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    lessons: Lessons,
}

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
    /// Print a listing's output as a chapter shows it, provided that the tests have accepted it
    Output {
        /// CHAPTER/LISTING
        listing: String,
    },
    /// Print a drawing of what a listing's tasks did, and when, as a chapter shows it, provided as for `output`
    Timeline {
        /// CHAPTER/LISTING
        listing: String,
    },
    /// Print as JSON what a listing's tasks did on the virtual clock, and when
    Trace {
        /// CHAPTER/LISTING
        listing: String,
    },
    /// Measure what things cost, in Rust and in asyncio, and keep the results; takes up to ten minutes
    #[command(disable_help_flag = true)]
    Bench(Arguments),
    /// Print a measured figure with its spread, as a chapter quotes it
    Figure {
        /// QUESTION/OPERATION, or QUESTION/OPERATION:LIBRARY where that is not tokio
        figure: String,
    },
    /// Print how many times as much one measured figure is as another
    Ratio {
        /// A figure, named as for `figure`
        figure: String,
        /// What to compare it with
        of: String,
    },
    /// Print all figures of a question as a table
    Figures {
        /// A question of benches/questions
        question: String,
    },
    /// Print all figures of a question as a chart
    Chart {
        /// A question of benches/questions
        question: String,
    },
    /// Print a table made from the whole book, as an appendix shows it
    Table {
        /// listings, messages, versions or cancel-safety
        name: String,
    },
    /// Print the number of the line of a listing that holds a text
    Line {
        /// CHAPTER/LISTING
        listing: String,
        /// What the line holds
        // Several words: `cmd` on Windows hands the quotation marks on and splits between them.
        #[arg(required = true)]
        text: Vec<String>,
    },
}

#[derive(Args)]
struct Arguments {
    /// Options; `--help` lists them
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Reads the arguments, does what they say.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let catalogue = match Catalogue::here() {
        Ok(catalogue) => catalogue,
        Err(message) => return fail(&message),
    };
    match cli.command {
        None if cli.lessons.names.is_empty() => {
            print!("{}", contents::table(&catalogue));
            ExitCode::SUCCESS
        }
        None => lessons(&catalogue, &cli.lessons),
        Some(Command::Serve(site)) => packages::site(&catalogue, "serve", &site.arguments),
        Some(Command::Build(site)) => packages::site(&catalogue, "build", &site.arguments),
        Some(Command::New { path }) => answer(new::chapter(&catalogue, &path)),
        Some(Command::Manifest) => answer(manifest(&catalogue)),
        Some(Command::Plain) => answer(plain(&catalogue)),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(shell, &mut completed(&catalogue), "lessons", &mut std::io::stdout());
            ExitCode::SUCCESS
        }
        Some(Command::Output { listing }) => about(&catalogue, &listing, |listing| {
            let (observation, trace) = observed_and_traced(&catalogue, listing)?;
            let twin = twin::file(&catalogue, listing).map(|_| twin::verified(&catalogue, listing));
            let twin = twin.transpose()?;
            let on_playground = playground::runs(&catalogue, listing, trace.as_ref())?;
            Ok(page::output(
                &catalogue,
                listing,
                &observation,
                twin.as_ref(),
                on_playground,
            ))
        }),
        Some(Command::Timeline { listing }) => about(&catalogue, &listing, |listing| {
            // A run that prints something else than was accepted is not drawn.
            run::build(&catalogue, [listing])?;
            let (trace, outcome) = trace::traced(&catalogue, listing)?;
            observe::accept(&catalogue, listing, outcome)?;
            timeline::figure(&trace)
        }),
        Some(Command::Trace { listing }) => about(&catalogue, &listing, |listing| {
            run::build(&catalogue, [listing])?;
            let trace = trace::trace(&catalogue, listing)?;
            Ok(serde_json::to_string_pretty(&trace).expect("a trace is plain data") + "\n")
        }),
        Some(Command::Bench(bench)) => packages::bench(&catalogue, &bench.arguments),
        Some(Command::Figure { figure }) => written(costs::figure(&catalogue, &figure).map(|text| text + "\n")),
        Some(Command::Ratio { figure, of }) => written(costs::times(&catalogue, &figure, &of).map(|text| text + "\n")),
        Some(Command::Figures { question }) => written(costs::table(&catalogue, &question)),
        Some(Command::Chart { question }) => written(costs::chart(&catalogue, &question)),
        Some(Command::Table { name }) => written(tables::table(&catalogue, &name)),
        Some(Command::Line { listing, text }) => {
            let text = text.join(" ");
            about(&catalogue, &listing, |listing| {
                page::line(&catalogue, listing, text.trim_matches('"')).map(|line| line + "\n")
            })
        }
    }
}

/// Runs all that was named, in order.
fn lessons(catalogue: &Catalogue, lessons: &Lessons) -> ExitCode {
    let view = if lessons.timeline {
        View::Timeline {
            is_ascii: lessons.ascii,
        }
    } else if lessons.python {
        View::Twin
    } else if lessons.is_virtual {
        View::Run(Clock::Virtual)
    } else {
        View::Run(Clock::Real)
    };
    let mut selections = Vec::new();
    for name in &lessons.names {
        match catalogue.find(name) {
            Ok(selection) => selections.push(selection),
            Err(nothing) => return misuse(&with_commands(nothing)),
        }
    }
    let is_single = matches!(selections.as_slice(), [selection] if selection.is_single);
    let listings: Vec<_> = selections
        .into_iter()
        .flat_map(|selection| selection.listings)
        .filter(|listing| is_single || !lessons.python || twin::file(catalogue, listing).is_some())
        .collect();
    if listings.is_empty() {
        return fail("nothing of that has a twin in Python");
    }
    perform::all(catalogue, &listings, view, is_single)
}

/// An unknown name may be a command's, mistyped.
fn with_commands(nothing: Nothing) -> Nothing {
    match nothing {
        Nothing::Unknown { name, mut nearest } => {
            let commands: Vec<String> = Cli::command()
                .get_subcommands()
                .map(|command| command.get_name().to_owned())
                .collect();
            nearest.splice(
                0..0,
                commands
                    .into_iter()
                    .filter(|command| strsim::damerau_levenshtein(command, &name) <= 2),
            );
            Nothing::Unknown { name, nearest }
        }
        ambiguous => ambiguous,
    }
}

/// The command line with the names of parts, chapters and listings as the values that a shell may offer.
fn completed(catalogue: &Catalogue) -> clap::Command {
    let parts = catalogue.parts.iter().map(|part| part.slug.clone());
    let chapters = catalogue.chapters().map(|chapter| chapter.slug.clone());
    let listings = catalogue.listings().map(|listing| listing.name());
    let names: Vec<String> = parts
        .chain(chapters)
        .chain(listings)
        .chain(["all".to_owned()])
        .collect();
    // The script completes the word `lessons`; the help says `cargo run`, which is how most people call it.
    Cli::command().bin_name("lessons").mut_arg("names", |argument| {
        argument
            .value_parser(clap::builder::PossibleValuesParser::new(names))
            .hide_possible_values(true)
    })
}

/// What a listing prints, as it was accepted, and on the virtual clock its trace: both from one run.
fn observed_and_traced(
    catalogue: &Catalogue,
    listing: &Listing,
) -> Result<(observe::Observation, Option<trace::Trace>), String> {
    if !listing.kind.is_virtual() {
        return Ok((observe::verified(catalogue, listing)?, None));
    }
    run::build(catalogue, [listing])?;
    let (trace, outcome) = trace::traced(catalogue, listing)?;
    Ok((observe::accept(catalogue, listing, outcome)?, Some(trace)))
}

/// Prints what `tell` has to say about a listing.
fn about(catalogue: &Catalogue, name: &str, tell: impl FnOnce(&Listing) -> Result<String, String>) -> ExitCode {
    match catalogue.listing(name) {
        Err(nothing) => misuse(&nothing),
        Ok(listing) => written(tell(listing)),
    }
}

/// Prints what goes into a chapter, or why it cannot.
fn written(result: Result<String, String>) -> ExitCode {
    match result {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => fail(&message),
    }
}

/// Writes the lists of listings anew that are not as they should be.
fn manifest(catalogue: &Catalogue) -> Result<String, String> {
    let stale = checks::stale(catalogue)?;
    if stale.is_empty() {
        return Ok("listings/Cargo.toml and parts/ list every listing, in the order of the book".into());
    }
    for (file, text) in &stale {
        std::fs::write(catalogue.root.join(file), text).map_err(|error| format!("{file}: {error}"))?;
    }
    let names: Vec<String> = stale.into_keys().collect();
    Ok(format!(
        "{}: written anew; `git diff` shows what changed",
        names.join(", ")
    ))
}

/// Says that all is well, or what is not.
fn plain(catalogue: &Catalogue) -> Result<String, String> {
    let reports = plain::check(catalogue)?;
    if reports.is_empty() {
        return Ok("every listing prints the same on plain tokio and the real clock".into());
    }
    Err(format!("{} listings differ\n{}", reports.len(), reports.join("\n")))
}

/// Prints what was done, or why it was not.
fn answer(result: Result<String, String>) -> ExitCode {
    match result {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => fail(&message),
    }
}

fn fail(message: &str) -> ExitCode {
    complain(&message);
    ExitCode::from(FAILED)
}

fn misuse(message: &dyn std::fmt::Display) -> ExitCode {
    complain(message);
    ExitCode::from(MISUSED)
}

fn complain(message: &dyn std::fmt::Display) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    eprintln!("{style}error:{style:#} {message}");
}
