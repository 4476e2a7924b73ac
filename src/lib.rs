//! The library behind *Async Rust Lessons*: the command `lessons`, and the checks that `cargo test` runs.
//!
//! ARCHITECTURE.md follows a listing through the modules.

// The floors, from the ground up: a module uses only modules above its own line, as `tests::no_module_looks_up` checks.
pub mod problem;
pub mod terminal;

pub mod catalogue;

pub mod run;

pub mod figure;

pub mod checks;

pub mod commands;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use proc_macro2::{TokenStream, TokenTree};

    /// A file's source, without its tests.
    fn source(file: &Path) -> String {
        let text = fs::read_to_string(file).expect("a source file");
        text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
    }

    /// The modules that a file declares, in order.
    fn declared(file: &Path) -> Vec<String> {
        let name = |line: &str| {
            let module = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("mod ")?;
            Some(module.strip_suffix(';')?.to_owned())
        };
        source(file).lines().filter_map(name).collect()
    }

    /// A module's file, and the files of its inner modules.
    fn files(module: &Path) -> Vec<PathBuf> {
        let file = module.with_extension("rs");
        let inner = declared(&file);
        let inner = inner.iter().flat_map(|name| files(&module.join(name)));
        inner.chain([file.clone()]).collect()
    }

    /// The names that follow `start::`: `a` and `b` in `start::{a, b::c}`.
    fn used(tokens: TokenStream, start: &str) -> Vec<String> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut names = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                names.extend(used(group.stream(), start));
            }
            if token.to_string() != start || tokens.get(index + 1).is_none_or(|next| next.to_string() != ":") {
                continue;
            }
            match tokens.get(index + 3) {
                Some(TokenTree::Group(group)) => {
                    let list: Vec<TokenTree> = group.stream().into_iter().collect();
                    let paths = list.split(|token| token.to_string() == ",");
                    names.extend(paths.filter_map(|path| Some(path.first()?.to_string())));
                }
                name => names.extend(name.map(TokenTree::to_string)),
            }
        }
        names
    }

    /// The names in `file` that follow `start::` and are neither in `below` nor `own`.
    fn upward(file: &Path, start: &str, below: &[String], own: &str) -> Vec<String> {
        let tokens = source(file).parse().expect("Rust tokens");
        let names = used(tokens, start).into_iter();
        let names = names.filter(|name| !below.contains(name) && name != own);
        names
            .map(|name| format!("{}: {start}::{name}", file.display()))
            .collect()
    }

    #[test]
    fn no_module_looks_up() {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut found = Vec::new();
        let rooms = declared(&src.join("lib.rs"));
        for (index, room) in rooms.iter().enumerate() {
            let folder = src.join(room);
            for file in files(&folder) {
                found.extend(upward(&file, "crate", &rooms[..index], room));
            }
            let modules = declared(&folder.with_extension("rs"));
            for (index, module) in modules.iter().enumerate() {
                let file = folder.join(module).with_extension("rs");
                found.extend(upward(&file, "super", &modules[..index], ""));
            }
        }
        assert!(rooms.contains(&"commands".to_owned()), "{rooms:?}");
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn used_names_are_found() {
        let tokens = "use crate::{a, b::{c, d}};\nuse crate::e::f;\nfn g() { crate::h() }".parse();
        assert_eq!(used(tokens.expect("Rust tokens"), "crate"), ["a", "b", "e", "h"]);
    }
}
