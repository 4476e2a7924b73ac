//! Includes listings in the programs of the parts, if they obey the rule of listings.

use std::path::Path;
use std::{env, fs};

use proc_macro::TokenStream;

#[allow(dead_code, reason = "the library uses the rest of it")]
#[path = "../../../src/catalogue/rule.rs"]
mod rule;

/// Includes a listing's source. Its arguments are three literals: the part, `CHAPTER/NAME` and the suffix.
///
/// A listing that does not obey the rule becomes an error that names its file, the line and the repair. Without this, rustc would
/// blame the code around it.
#[proc_macro]
pub fn listing(arguments: TokenStream) -> TokenStream {
    let arguments = arguments.to_string();
    let words: Vec<&str> = arguments.split('"').skip(1).step_by(2).collect();
    let [part, name, suffix] = words[..] else {
        return error(&format!(
            "expected the part, the name and the suffix of a listing, found {arguments}"
        ));
    };
    let path = format!("{part}/{name}{suffix}");
    // `env!` makes Cargo notice a change. It is an absolute path without `..`, because panics print it.
    let file = format!("concat!(env!(\"LESSONS_LISTINGS\"), \"/\", {path:?})");
    let listings = env::var("LESSONS_LISTINGS").unwrap_or_default();
    let Ok(source) = fs::read_to_string(Path::new(&listings).join(&path)) else {
        return error(&format!(
            "listings/{path}: cannot be read; restore it, or run `cargo run manifest` to rewrite the list"
        ));
    };
    let faults: Vec<String> = rule::faults(&path, &source)
        .into_iter()
        .map(|(line, message)| match line {
            0 => format!("listings/{path}: {message}"),
            line => format!("listings/{path}:{line}: {message}"),
        })
        .collect();
    if faults.is_empty() {
        return format!("include!({file});").parse().expect("a call of a macro");
    }
    // rustc must notice when the file changes.
    let watch: TokenStream = format!("const _: &str = include_str!({file});")
        .parse()
        .expect("an item");
    error(&faults.join("\n")).into_iter().chain(watch).collect()
}

/// An error with this message, and a `main` so that nothing else is reported.
fn error(message: &str) -> TokenStream {
    let text = format!("compile_error!({message:?}); fn main() {{}}");
    text.parse().expect("a call of a macro and an item")
}
