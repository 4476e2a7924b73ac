//! rustc's messages for the listings that must not compile.
//!
//! The listings are compiled as Cargo examples on plain Tokio. The message depends only on source, compiler and dependencies, so it
//! is stored.

use std::collections::{BTreeMap, HashMap};
use std::fs;

use serde_json::Value;

use super::programs::{WITH_LISTINGS, cargo};
use super::redact;
use super::store::Store;
use crate::catalogue::{Catalogue, Listing, Suffix};
use crate::problem::{Result, problem, read};

/// rustc's rendered messages by the listing's name; empty for a listing that compiles without warnings.
pub type Diagnoses = BTreeMap<String, String>;

/// Returns rustc's messages for those of these listings that must not compile. Compiles the ones whose messages are not stored yet.
///
/// # Errors
/// Fails if Cargo cannot be started, or if it fails for another reason than the listings. The error includes Cargo's output.
pub fn diagnose<'a>(catalogue: &Catalogue, listings: impl IntoIterator<Item = &'a Listing>) -> Result<Diagnoses> {
    let store = store(catalogue)?;
    let mut diagnoses = Diagnoses::new();
    let mut missing = Vec::new();
    for listing in listings.into_iter().filter(|listing| listing.suffix == Suffix::Fail) {
        match store.get(key(catalogue, listing)) {
            Some(text) => drop(diagnoses.insert(listing.name(), text)),
            None => missing.push(listing),
        }
    }
    if !missing.is_empty() {
        let mut messages = compile(catalogue, &missing)?;
        for listing in missing {
            let text = messages.remove(&listing.example()).unwrap_or_default();
            // No message may also mean that the compiler was interrupted.
            if !text.is_empty() {
                store.put(key(catalogue, listing), &text);
            }
            diagnoses.insert(listing.name(), text);
        }
    }
    Ok(diagnoses)
}

/// The error code in rustc's messages, such as `E0728`, or the name of the denied lint.
pub fn code(diagnosis: &str) -> Option<&str> {
    if let Some((_, rest)) = diagnosis.split_once("error[") {
        return rest.split_once(']').map(|(code, _)| code);
    }
    let (_, rest) = diagnosis.split_once("#![deny(")?;
    rest.split_once(')').map(|(lint, _)| lint)
}

/// Splits rustc's messages into the first error and the rest, which may be empty.
pub fn first_error(diagnosis: &str) -> (&str, &str) {
    match diagnosis.find("\n\nerror") {
        Some(end) => (&diagnosis[..=end], &diagnosis[end + 2..]),
        None => (diagnosis, ""),
    }
}

/// Compiles listings; returns rustc's messages by the example's name.
fn compile(catalogue: &Catalogue, listings: &[&Listing]) -> Result<HashMap<String, String>> {
    let mut command = cargo(&catalogue.root);
    command.arg("build").args(WITH_LISTINGS).args([
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
        // Messages without a place only count the errors.
        let has_place = message["message"]["spans"]
            .as_array()
            .is_some_and(|spans| !spans.is_empty());
        if let (true, Some(example), Some(rendered)) = (
            has_place,
            message["target"]["name"].as_str(),
            message["message"]["rendered"].as_str(),
        ) {
            // An error in a macro may produce the same message several times. Like Cargo, show it once.
            let text = texts.entry(example.into()).or_default();
            let rendered = redact::diagnostic(rendered, &catalogue.root);
            if !text.contains(&rendered) {
                text.push_str(&rendered);
            }
        }
    }
    // Each message ends with an empty line. Remove the last one.
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

/// The store of rustc's messages, which depend on compiler and dependencies.
fn store(catalogue: &Catalogue) -> Result<Store> {
    let files = ["Cargo.lock", "rust-toolchain.toml", "listings/Cargo.toml"];
    let context = files.map(|file| read(&catalogue.root, file));
    let context = context.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(Store::open(&catalogue.root, "diagnoses", context))
}

/// What else a listing's message depends on: path and source.
fn key(catalogue: &Catalogue, listing: &Listing) -> (String, Vec<u8>) {
    let path = listing.path();
    let source = fs::read(catalogue.listing_file(&path)).unwrap_or_default();
    (path, source)
}
