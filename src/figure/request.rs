//! The commands for chapters, as a type, and their answers.

use std::sync::LazyLock;

use clap::{FromArgMatches, Subcommand};

use super::listing::View;
use super::{costs, cuts, legend, line, listing, needs, parts, tables};
use crate::catalogue::chapter::{Directive, directives};
use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result, read};

/// A command that a chapter may contain.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Subcommand)]
pub enum Request {
    /// Print a listing's figure as HTML: code, twin, output, timeline
    Show {
        /// CHAPTER/LISTING
        listing: String,
        /// Which parts of the figure
        #[command(flatten)]
        view: View,
    },
    /// Print a figure as HTML that shows what happens if a lane of a listing is cancelled at each of its waits
    Cuts {
        /// CHAPTER/LISTING
        listing: String,
        /// The lane: its label in the timeline, its number there, or `line N`, where it was spawned
        #[arg(required = true)]
        lane: Vec<String>,
        /// A text: no cut may change the printed lines that contain it
        #[arg(long, num_args = 1.., value_name = "TEXT")]
        unchanged: Vec<String>,
    },
    /// Print the number of the line of a listing that contains a text
    Line {
        /// CHAPTER/LISTING
        listing: String,
        /// The text, which must be on exactly one line
        // Several words, because `cmd` on Windows passes the quotation marks on and splits between them.
        #[arg(required = true)]
        text: Vec<String>,
    },
    /// Print a measurement with its spread, for use in a sentence
    Figure {
        /// QUESTION/OPERATION for tokio, QUESTION/OPERATION:LIBRARY for another library
        figure: String,
    },
    /// Print the ratio of two measurements with its spread, for use in a sentence
    Ratio {
        /// A measurement, named as for `figure`
        figure: String,
        /// The measurement to divide by, named in the same way
        of: String,
    },
    /// Print all measurements of a question as a table
    Figures {
        /// The name of a question in benches/questions
        question: String,
    },
    /// Print all measurements of a question as a chart
    Chart {
        /// The name of a question in benches/questions
        question: String,
    },
    /// Print a chapter's table of the libraries' items
    Api {
        /// CHAPTER
        chapter: String,
    },
    /// Print a table for an appendix, made from the whole book
    Table {
        /// listings, messages, versions, cancel-safety or recap
        name: String,
    },
    /// Print the parts of the book as cards, with their chapters
    Parts,
    /// Print the timeline of a listing with notes that explain all its signs, as HTML
    Legend {
        /// CHAPTER/LISTING
        listing: String,
    },
    /// Print the names of the listings that need Tokio's feature test-util, for use in a sentence
    TestUtil,
}

impl Request {
    /// The text for the page: HTML for a listing's figure and a chart, Markdown for everything else.
    ///
    /// # Errors
    /// Fails if what the request names does not exist, or if a listing's output differs from its snapshots.
    pub fn answer(&self, catalogue: &Catalogue) -> Result<String> {
        match self {
            Request::Show { listing, view } => listing::figure(catalogue, catalogue.listing(listing)?, *view),
            Request::Cuts { listing, unchanged, .. } => {
                cuts::figure(catalogue, catalogue.listing(listing)?, &self.lane(), &phrase(unchanged))
            }
            Request::Line { listing, .. } => line::line(catalogue, catalogue.listing(listing)?, &self.needle()),
            Request::Figure { figure } => costs::measurement(catalogue, figure),
            Request::Ratio { figure, of } => costs::times(catalogue, figure, of),
            Request::Figures { question } => costs::table(catalogue, question),
            Request::Chart { question } => costs::chart(catalogue, question),
            Request::Api { chapter } => tables::met(catalogue, chapter),
            Request::Table { name } => tables::table(catalogue, name),
            Request::Parts => parts::parts(catalogue),
            Request::Legend { listing } => legend::legend(catalogue, catalogue.listing(listing)?),
            Request::TestUtil => needs::test_util(catalogue),
        }
    }

    /// The name of the listing that the request is about, if any.
    pub fn listing(&self) -> Option<&str> {
        match self {
            Request::Show { listing, .. }
            | Request::Cuts { listing, .. }
            | Request::Line { listing, .. }
            | Request::Legend { listing } => Some(listing),
            _ => None,
        }
    }

    /// The parts of this listing's figure that the request shows; `None` if it does not show the figure.
    pub fn shows(&self, shown: &Listing) -> Option<View> {
        match self {
            Request::Show { listing, view } if *listing == shown.name() => Some(*view),
            _ => None,
        }
    }

    /// The lane that is cut, for a [`Request::Cuts`]; empty for other requests.
    pub fn lane(&self) -> String {
        match self {
            Request::Cuts { lane, .. } => phrase(lane),
            _ => String::new(),
        }
    }

    /// The snapshot, relative to `listings/`, of what the request shows of cuts; `None` for other requests.
    pub fn accepted_cuts(&self, catalogue: &Catalogue) -> Option<String> {
        match self {
            Request::Cuts { listing, .. } => Some(cuts::snapshot(catalogue.listing(listing).ok()?, &self.lane())),
            _ => None,
        }
    }

    /// Checks, by what is accepted, that no cut changes what the request names; does nothing for other requests.
    ///
    /// # Errors
    /// Fails if nothing was accepted yet, or if a cut changes it.
    pub fn check_cuts(&self, catalogue: &Catalogue) -> Result<()> {
        match self {
            Request::Cuts { listing, unchanged, .. } => {
                cuts::check(catalogue, catalogue.listing(listing)?, &self.lane(), &phrase(unchanged))
            }
            _ => Ok(()),
        }
    }

    /// The text to find, for a [`Request::Line`]; empty for other requests.
    fn needle(&self) -> String {
        match self {
            Request::Line { text, .. } => phrase(text),
            _ => String::new(),
        }
    }
}

/// Words as one text, without the quotation marks that `cmd` on Windows passes on.
fn phrase(words: &[String]) -> String {
    words.join(" ").trim_matches('"').to_owned()
}

/// The requests as commands of `lessons`.
static COMMANDS: LazyLock<clap::Command> = LazyLock::new(|| {
    Request::augment_subcommands(clap::Command::new("lessons"))
        .subcommand_required(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
});

/// Parses a chapter's command, split into words.
///
/// # Errors
/// Fails if it is not a command for chapters. The error lists those.
pub fn parse(words: &[String]) -> Result<Request> {
    let parsed = (words.first().is_some_and(|word| word == "lessons"))
        .then(|| COMMANDS.clone().try_get_matches_from(words).ok())
        .flatten()
        .and_then(|matches| Request::from_arg_matches(&matches).ok());
    parsed.ok_or_else(|| {
        let mut commands = COMMANDS.clone();
        commands.build();
        let usages: Vec<String> = commands
            .get_subcommands_mut()
            .map(|command| format!("`{}`", command.render_usage().to_string().trim_start_matches("Usage: ")))
            .collect();
        Problem::from(format!(
            "`{}` is not a command for chapters; expected one of {}",
            words.join(" "),
            usages.join(", ")
        ))
    })
}

/// A chapter's valid commands, in order.
pub fn requests(text: &str) -> Vec<Request> {
    let request = |directive: Directive| parse(&directive.words()?);
    directives(text)
        .into_iter()
        .flatten()
        .filter_map(|directive| request(directive).ok())
        .collect()
}

/// The valid commands of all pages, in the order of the book. A page that is missing has none.
pub fn all_requests(catalogue: &Catalogue) -> Vec<Request> {
    let pages = catalogue.front.iter().chain(catalogue.chapters());
    let texts = pages.filter_map(|page| read(&catalogue.root, &page.file()).ok());
    texts.flat_map(|text| requests(&text)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::listing::Half;
    use super::*;

    fn parsed(command: &str) -> Result<Request> {
        parse(&command.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn only_commands_for_chapters_are_parsed() {
        let show = |no_timeline, only| Request::Show {
            listing: "a/b".into(),
            view: View {
                no_timeline,
                only,
                ..View::default()
            },
        };
        assert_eq!(parsed("lessons show a/b"), Ok(show(false, None)));
        assert_eq!(parsed("lessons show a/b --no-timeline"), Ok(show(true, None)));
        assert_eq!(
            parsed("lessons show a/b --only code"),
            Ok(show(false, Some(Half::Code)))
        );
        assert_eq!(
            parsed("lessons line a/b let x").map(|line| line.needle()),
            Ok("let x".into())
        );
        for command in [
            "ls",
            "ls show a/b",
            "lessons build",
            "lessons show",
            "lessons show a b",
            "lessons --help",
            "lessons help",
        ] {
            let problem = parsed(command).expect_err(command).message;
            assert!(
                problem.contains("`lessons show [OPTIONS] <LISTING>`, `lessons cuts"),
                "{problem}"
            );
        }
    }
}
