//! What `cargo test NAME` runs: also a name that is not the beginning of a test's, such as a file's path, and never nothing in silence.

use std::fs;
use std::path::Path;

use async_lessons::catalogue::Catalogue;
use libtest_mimic::{Arguments, Trial};

use crate::common::here;

/// Keeps what the filter of `arguments` names, if it is not a part of a test's name but a part, a chapter, a listing or a file.
///
/// # Errors
/// Fails if neither a test of this program nor one of another program has the name.
pub fn select(arguments: &mut Arguments, catalogue: &Catalogue, trials: [&mut Vec<Trial>; 2]) -> Result<(), String> {
    let Some(filter) = arguments.filter.clone() else {
        return Ok(());
    };
    let is_named = |trial: &Trial| match arguments.exact {
        true => trial.name() == filter,
        false => trial.name().contains(&filter),
    };
    if trials.iter().any(|trials| trials.iter().any(is_named)) {
        return Ok(());
    }
    match catalogue.find(&filter) {
        Ok(selection) if !selection.listings.is_empty() => {
            let names: Vec<String> = selection.listings.iter().map(|listing| listing.name()).collect();
            for trials in trials {
                trials.retain(|trial| names.iter().any(|name| trial.name().trim_end_matches(".py") == name));
            }
            arguments.filter = None;
            Ok(())
        }
        _ if is_elsewhere(&here(""), &filter) => Ok(()),
        Ok(_) => Err(format!("`{filter}` has no listings")),
        Err(error) => Err(error.to_string()),
    }
}

/// Whether a test of another program may have this name: whether a file or function below `folder` has.
fn is_elsewhere(folder: &Path, filter: &str) -> bool {
    let name = filter.rsplit("::").find(|word| !word.is_empty()).unwrap_or_default();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            return !["target", "listings", "node_modules"].contains(&&*stem)
                && !stem.starts_with('.')
                && is_elsewhere(&path, filter);
        }
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        let declares = |line: &str| {
            let line = line.trim_start();
            let item = ["fn ", "async fn ", "mod ", "Trial::test("]
                .iter()
                .find_map(|word| line.strip_prefix(word));
            item.is_some_and(|rest| {
                rest.split(['(', '{', ','])
                    .next()
                    .is_some_and(|item| item.contains(name))
            })
        };
        is_rust && (stem.contains(name) || fs::read_to_string(&path).is_ok_and(|text| text.lines().any(declares)))
    })
}
