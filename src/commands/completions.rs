//! Scripts that complete commands in a shell.

use clap::builder::PossibleValuesParser;
use clap_complete::{Shell, generate};

use crate::catalogue::Catalogue;

/// The script for a shell. It completes the arguments of `lessons`; bash and zsh also complete names of parts, chapters and listings.
pub fn script(catalogue: &Catalogue, cli: clap::Command, shell: Shell) -> String {
    let parts = catalogue.parts.iter().map(|part| part.slug.clone());
    let chapters = catalogue.chapters().map(|chapter| chapter.slug.clone());
    let listings = catalogue.listings().map(|listing| listing.name());
    let all = ["all".to_owned()];
    let names: Vec<String> = parts.chain(chapters).chain(listings).chain(all).collect();
    // The help calls the command `cargo run`.
    let mut cli = cli.bin_name("lessons").mut_arg("names", |argument| {
        argument
            .value_parser(PossibleValuesParser::new(names))
            .hide_possible_values(true)
    });
    let mut text = Vec::new();
    generate(shell, &mut cli, "lessons", &mut text);
    String::from_utf8_lossy(&text).into_owned()
}
