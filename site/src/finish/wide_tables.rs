//! Makes wide tables fit on narrow screens. There a row becomes a list, so each cell gets its column's name. Long names in code may
//! break between their words, and nowhere else.

use std::cell::Cell;
use std::rc::Rc;

use lol_html::html_content::ContentType;
use lol_html::{element, text};
use scraper::Html;

use super::Handlers;
use crate::built::selector;

/// A table with at least this many columns is wide.
const WIDE: usize = 3;
/// The characters that separate the words of a name in code.
const JOINTS: [char; 5] = [':', '.', '_', '(', '/'];
/// Names with at least this many characters may break. Shorter ones fit into any column.
const LONG: usize = 14;
/// Marks a place where a browser may break the line.
const BREAK: &str = "<wbr>";
/// The tables in the text; mdBook wraps each in a `div`.
const TABLE: &str = ".table-wrapper > table";

/// Marks the wide tables, gives their cells the names of their columns, and lets code in all tables break.
pub fn handlers(page: &Html) -> Handlers<'static> {
    let columns = Rc::new(columns(page));
    let (table, column) = (Rc::new(Cell::new(0_usize)), Rc::new(Cell::new(0_usize)));
    vec![
        element!(TABLE, {
            let (columns, table) = (columns.clone(), table.clone());
            move |element| {
                if columns.get(table.get()).is_some_and(|names| names.len() >= WIDE) {
                    element.set_attribute("class", "wide")?;
                }
                table.set(table.get() + 1);
                Ok(())
            }
        }),
        element!(format!("{TABLE} > tbody > tr"), {
            let column = column.clone();
            move |_| {
                column.set(0);
                Ok(())
            }
        }),
        element!(format!("{TABLE} > tbody > tr > td"), move |cell| {
            let names = columns.get(table.get().wrapping_sub(1));
            let place = column.replace(column.get() + 1);
            if let Some(name) = names
                .filter(|names| names.len() >= WIDE)
                .and_then(|names| names.get(place))
            {
                cell.set_attribute("data-column", name)?;
            }
            Ok(())
        }),
        text!(format!("{TABLE} td code"), |chunk| {
            let text = breakable(chunk.as_str());
            chunk.replace(&text, ContentType::Html);
            Ok(())
        }),
    ]
}

/// Code, as HTML, which may break after each of the [`JOINTS`] that a word follows.
fn breakable(code: &str) -> String {
    if code.chars().count() < LONG {
        return code.to_owned();
    }
    let mut text = String::new();
    let mut is_joint = false;
    for letter in code.chars() {
        if is_joint && letter.is_alphanumeric() {
            text.push_str(BREAK);
        }
        text.push(letter);
        is_joint = JOINTS.contains(&letter);
    }
    text
}

/// The names of the columns of each table, in order.
fn columns(page: &Html) -> Vec<Vec<String>> {
    let name = selector("thead th");
    page.select(&selector(TABLE))
        .map(|table| {
            table
                .select(&name)
                .map(|name| name.text().collect::<String>().trim().to_owned())
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_between_their_words() {
        for (code, expected) in [
            ("tokio::sync::Mutex", "tokio::<wbr>sync::<wbr>Mutex"),
            ("set.join_next().await", "set.<wbr>join_<wbr>next().<wbr>await"),
            ("Vec&lt;T&gt;::new()", "Vec&lt;T&gt;::<wbr>new()"),
            ("block_on", "block_on"),
            ("gather(one, two, ..)", "gather(<wbr>one, two, ..)"),
        ] {
            assert_eq!(breakable(code), expected);
        }
    }
}
