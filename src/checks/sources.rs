//! Checks of listings' sources. A listing is both a program and a module of its part's program, and must compile as both.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Problem, read};

pub(super) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let listings = catalogue.listings();
    listings.flat_map(|listing| check_source(catalogue, listing)).collect()
}

/// Checks one listing. Reports nothing if it cannot be read or split into tokens: the check `files` and rustc report that.
fn check_source(catalogue: &Catalogue, listing: &Listing) -> Vec<Problem> {
    let text = read(&catalogue.root, &listing.file());
    let Some(tokens) = text.ok().and_then(|text| text.parse::<TokenStream>().ok()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    // A listing that must not compile is an example, but not a module.
    if listing.suffix != Suffix::Fail {
        if let [hash, mark, TokenTree::Group(group), ..] = tokens.as_slice()
            && is(hash, "#")
            && is(mark, "!")
            && group.delimiter() == Delimiter::Bracket
        {
            let message = "a listing is a module of its part's program and cannot begin with `#![…]` or `//!`; put `#[…]` on an item, or write `//`";
            found.push((line(hash), message));
        }
        check_module_tokens(&tokens, &mut found);
    }
    let has_main = tokens.windows(2).any(|pair| is(&pair[0], "fn") && is(&pair[1], "main"));
    if !has_main {
        found.push((0, "has no `fn main`; a listing is a complete program: add one"));
    }
    let problem = |(line, message): (usize, &str)| Problem {
        file: listing.file(),
        line,
        message: message.to_owned(),
    };
    found.into_iter().map(problem).collect()
}

/// Finds what means something else in a module than in a crate's root; adds lines and messages to `found`.
fn check_module_tokens(tokens: &[TokenTree], found: &mut Vec<(usize, &'static str)>) {
    for triple in tokens.windows(3) {
        if is(&triple[0], "crate") && is(&triple[1], ":") && is(&triple[2], ":") {
            let message = "`crate::` does not refer to the listing, which is a module of its part's program; write `self::` or `super::`";
            found.push((line(&triple[0]), message));
        }
        if is(&triple[0], "mod") && is(&triple[2], ";") {
            let message = "a listing is one file; write the module inline, as `mod name { … }`";
            found.push((line(&triple[0]), message));
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            check_module_tokens(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
    }
}

/// Whether a token is this word or punctuation.
fn is(token: &TokenTree, text: &str) -> bool {
    !matches!(token, TokenTree::Group(_)) && token.to_string() == text
}

/// The line of a token, counted from 1.
fn line(token: &TokenTree) -> usize {
    token.span().start().line
}
