//! Reduces mdBook's highlighter to the languages of the pages, and delays its work until code comes near.

use std::collections::BTreeSet;

use lol_html::element;

use super::Handlers;

/// Goes between the highlighter and the script that calls it.
const NEAR: &str = include_str!("near.js");

/// Gives all code its class now. mdBook's script would do it later, and the page would be laid out twice.
pub fn handlers() -> Handlers<'static> {
    vec![element!(":not(.header) > code", |code| {
        let classes = code.get_attribute("class").unwrap_or_default();
        Ok(code.set_attribute("class", format!("{classes} hljs").trim())?)
    })]
}

/// The languages of the code on pages, given as HTML.
pub fn languages<'t>(pages: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
    pages
        .flat_map(|page| page.split("class=\"language-").skip(1))
        .filter_map(|class| class.split(['"', ' ']).next())
        .map(str::to_owned)
        .collect()
}

/// The highlighter's script without unused languages. Each language is on a line of its own.
pub fn script(text: &str, languages: &BTreeSet<String>) -> String {
    let is_used = |line: &&str| {
        let Some(language) = line.strip_prefix("hljs.registerLanguage(") else {
            return true;
        };
        let name = language.split('"').nth(1);
        let aliases = language
            .split("aliases:[")
            .nth(1)
            .and_then(|rest| rest.split(']').next());
        let aliases = aliases.into_iter().flat_map(|aliases| aliases.split(['"', ',']));
        name.into_iter().chain(aliases).any(|name| languages.contains(name))
    };
    let used: Vec<&str> = text.lines().filter(is_used).collect();
    used.join("\n") + "\n" + NEAR
}
