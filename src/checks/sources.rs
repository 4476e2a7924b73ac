//! A listing is a program of its own and a module of its part's program: it holds only what works in both.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, read};

pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let listings = catalogue.listings();
    listings.flat_map(|listing| source(catalogue, listing)).collect()
}

/// The problems of one listing; none if it cannot be read or has no tokens: `files` and rustc report that.
fn source(catalogue: &Catalogue, listing: &Listing) -> Vec<Problem> {
    let text = read(&catalogue.root, &listing.file());
    let Some(tokens) = text.ok().and_then(|text| text.parse::<TokenStream>().ok()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    // What does not compile is an example only, and no module.
    if listing.suffix != Suffix::Fail {
        if let [hash, mark, TokenTree::Group(group), ..] = tokens.as_slice()
            && is(hash, "#")
            && is(mark, "!")
            && group.delimiter() == Delimiter::Bracket
        {
            let message = "a listing is a module of its part's program, and cannot begin with `#![…]` or `//!`; put `#[…]` on an item, and write `//`";
            found.push((line(hash), message));
        }
        in_a_module(&tokens, &mut found);
    }
    let has_main = tokens.windows(2).any(|pair| is(&pair[0], "fn") && is(&pair[1], "main"));
    if !has_main {
        found.push((0, "it has no `fn main`; a listing is a complete program"));
    }
    let problem = |(line, message): (usize, &str)| Problem {
        file: listing.file(),
        line,
        message: message.to_owned(),
    };
    found.into_iter().map(problem).collect()
}

/// What means something else in a module than at the top of a crate, with its line.
fn in_a_module(tokens: &[TokenTree], found: &mut Vec<(usize, &'static str)>) {
    for triple in tokens.windows(3) {
        if is(&triple[0], "crate") && is(&triple[1], ":") && is(&triple[2], ":") {
            let message =
                "`crate::` leaves the listing, which is a module of its part's program; write `self::` or `super::`";
            found.push((line(&triple[0]), message));
        }
        if is(&triple[0], "mod") && is(&triple[2], ";") {
            let message = "a listing is one file; write the module's items here, as `mod name { … }`";
            found.push((line(&triple[0]), message));
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            in_a_module(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
    }
}

/// Whether a token is this word or sign.
fn is(token: &TokenTree, text: &str) -> bool {
    !matches!(token, TokenTree::Group(_)) && token.to_string() == text
}

/// The line of a token, from 1.
fn line(token: &TokenTree) -> usize {
    token.span().start().line
}
