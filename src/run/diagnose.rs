//! What rustc says of the listings that must not compile.
//!
//! They are compiled as what they are, Cargo examples on plain tokio. The same source under the same compiler and the same
//! dependencies gives the same message, so messages are kept.

use std::collections::{BTreeMap, HashMap};
use std::fs;

use serde_json::Value;

use super::redact;
use super::store::Store;
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Result, problem, read};

/// rustc's messages for each listing, by name, as rustc renders them. A listing that compiles has none.
pub type Diagnoses = BTreeMap<String, String>;

/// Compiles these listings, as far as what rustc says of them is not known already.
///
/// # Errors
/// Cargo cannot be started, or fails for another reason than the listings; the message holds what it said.
pub fn diagnose<'a>(catalogue: &Catalogue, listings: impl IntoIterator<Item = &'a Listing>) -> Result<Diagnoses> {
    let store = store(catalogue)?;
    let mut diagnoses = Diagnoses::new();
    let mut unknown = Vec::new();
    for listing in listings.into_iter().filter(|listing| listing.suffix == Suffix::Fail) {
        match store.get(key(catalogue, listing)) {
            Some(text) => drop(diagnoses.insert(listing.name(), text)),
            None => unknown.push(listing),
        }
    }
    if !unknown.is_empty() {
        let mut messages = compile(catalogue, &unknown)?;
        for listing in unknown {
            let text = messages.remove(&listing.example()).unwrap_or_default();
            store.put(key(catalogue, listing), &text);
            diagnoses.insert(listing.name(), text);
        }
    }
    Ok(diagnoses)
}

/// rustc's error code in a message, such as `E0728`, or the name of the lint that was denied.
pub fn code(diagnosis: &str) -> Option<&str> {
    if let Some((_, rest)) = diagnosis.split_once("error[") {
        return rest.split_once(']').map(|(code, _)| code);
    }
    let (_, rest) = diagnosis.split_once("#![deny(")?;
    rest.split_once(')').map(|(lint, _)| lint)
}

/// The first error of a diagnosis, and those that follow; what follows may be empty.
pub fn first_error(diagnosis: &str) -> (&str, &str) {
    match diagnosis.find("\n\nerror") {
        Some(end) => (&diagnosis[..=end], &diagnosis[end + 2..]),
        None => (diagnosis, ""),
    }
}

/// Cargo's messages by example.
fn compile(catalogue: &Catalogue, listings: &[&Listing]) -> Result<HashMap<String, String>> {
    let mut command = super::cargo(&catalogue.root);
    command.arg("build").args(super::WITH_LISTINGS).args([
        "--features",
        "listings/compile-fail",
        "--keep-going",
        "--message-format=json",
    ]);
    for listing in listings {
        command.arg("--example").arg(listing.example());
    }
    let output = command
        .output()
        .map_err(|error| problem!("cannot start cargo: {error}"))?;
    let mut texts = HashMap::<String, String>::new();
    for line in output.stdout.split(|byte| *byte == b'\n') {
        let Ok(message) = serde_json::from_slice::<Value>(line) else {
            continue;
        };
        // The messages without a place count the errors; Cargo says that better.
        let has_place = message["message"]["spans"]
            .as_array()
            .is_some_and(|spans| !spans.is_empty());
        if let (true, Some(example), Some(rendered)) = (
            has_place,
            message["target"]["name"].as_str(),
            message["message"]["rendered"].as_str(),
        ) {
            // A macro may make rustc say the same thing several times. Cargo shows it once, and so does the book.
            let text = texts.entry(example.into()).or_default();
            let rendered = redact::diagnostic(rendered, &catalogue.root);
            if !text.contains(&rendered) {
                text.push_str(&rendered);
            }
        }
    }
    // Each message ends with an empty line; the last one needs none.
    for text in texts.values_mut() {
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    if texts.is_empty() && !output.status.success() {
        return Err(problem!(
            "cargo could not compile the listings:\n{}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    Ok(texts)
}

/// The messages known already.
fn store(catalogue: &Catalogue) -> Result<Store> {
    // The compiler and the dependencies.
    let files = ["Cargo.lock", "rust-toolchain.toml", "listings/Cargo.toml"];
    let context = files.map(|file| read(&catalogue.root, file));
    let context = context.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(Store::open(&catalogue.root, "diagnoses", context))
}

/// What a listing's message depends on besides.
fn key(catalogue: &Catalogue, listing: &Listing) -> (String, Vec<u8>) {
    let path = listing.path();
    let source = fs::read(catalogue.listing_file(&path)).unwrap_or_default();
    (path, source)
}
