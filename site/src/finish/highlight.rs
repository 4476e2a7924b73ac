//! mdBook's highlighter, without the languages that no page shows, and when it is needed.

use std::collections::BTreeSet;

use lol_html::element;

use super::Handlers;

/// Stands between the highlighter and the script that calls it.
const NEAR: &str = include_str!("near.js");

/// Styles all code from the beginning. A script of mdBook's does it as well, and the page would be laid out twice.
pub fn handlers() -> Handlers<'static> {
    vec![element!(":not(.header) > code", |code| {
        let classes = code.get_attribute("class").unwrap_or_default();
        Ok(code.set_attribute("class", format!("{classes} hljs").trim())?)
    })]
}

/// The languages of the code in pages.
pub fn languages<'t>(pages: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
    pages
        .flat_map(|page| page.split("class=\"language-").skip(1))
        .filter_map(|class| class.split(['"', ' ']).next())
        .map(str::to_owned)
        .collect()
}

/// The highlighter, which has each language on a line of its own, with those that are used.
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
