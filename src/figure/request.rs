//! What a chapter may ask for, as a type, and the answers.

use std::sync::LazyLock;

use clap::{FromArgMatches, Subcommand};

use super::listing::View;
use super::{costs, line, listing, tables};
use crate::catalogue::{Catalogue, Listing};
use crate::problem::{Problem, Result};

/// What a chapter may ask for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Subcommand)]
pub enum Request {
    /// Print the figure of a listing, as a chapter shows it: code, twin, output, timeline
    Show {
        /// CHAPTER/LISTING
        listing: String,
        /// Which parts of it
        #[command(flatten)]
        view: View,
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
    /// Print a measured figure with its spread, as a sentence quotes it
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
}

impl Request {
    /// What goes into the page: HTML for a figure and a chart, Markdown for all else.
    ///
    /// # Errors
    /// There is no such thing, or a listing does something else than was accepted.
    pub fn answer(&self, catalogue: &Catalogue) -> Result<String> {
        match self {
            Request::Show { listing, view } => listing::figure(catalogue, catalogue.listing(listing)?, *view),
            Request::Line { listing, .. } => line::line(catalogue, catalogue.listing(listing)?, &self.needle()),
            Request::Figure { figure } => costs::measurement(catalogue, figure),
            Request::Ratio { figure, of } => costs::times(catalogue, figure, of),
            Request::Figures { question } => costs::table(catalogue, question),
            Request::Chart { question } => costs::chart(catalogue, question),
            Request::Table { name } => tables::table(catalogue, name),
        }
    }

    /// The name of the listing that it is about, if it is about one.
    pub fn listing(&self) -> Option<&str> {
        match self {
            Request::Show { listing, .. } | Request::Line { listing, .. } => Some(listing),
            _ => None,
        }
    }

    /// Which parts of the figure of this listing it asks for; `None` where it does not ask for it at all.
    pub fn shows(&self, wanted: &Listing) -> Option<View> {
        match self {
            Request::Show { listing, view } if *listing == wanted.name() => Some(*view),
            _ => None,
        }
    }

    /// What the line holds that is asked for; empty for all else.
    fn needle(&self) -> String {
        match self {
            Request::Line { text, .. } => text.join(" ").trim_matches('"').to_owned(),
            _ => String::new(),
        }
    }
}

/// The requests as commands of `lessons`.
static COMMANDS: LazyLock<clap::Command> = LazyLock::new(|| {
    Request::augment_subcommands(clap::Command::new("lessons"))
        .subcommand_required(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
});

/// Reads a chapter's command, split into words.
///
/// # Errors
/// Chapters may not run it; the message lists what they may.
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
            "`{}` is no command for a chapter; there are {}",
            words.join(" "),
            usages.join(", ")
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::super::listing::Half;
    use super::*;

    fn parsed(command: &str) -> Result<Request> {
        parse(&command.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn chapters_may_ask_for_what_goes_into_a_page_and_nothing_else() {
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
                problem.contains("`lessons show [OPTIONS] <LISTING>`, `lessons line"),
                "{problem}"
            );
        }
    }
}
