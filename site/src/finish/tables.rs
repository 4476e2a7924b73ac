//! Each cell of a wide table knows its column's name: on a narrow screen a row becomes a small list, and the cells need their names there.

use std::cell::Cell;
use std::rc::Rc;

use lol_html::element;
use scraper::Html;

use super::{Handlers, selector};

/// From so many columns on a table is too wide for a narrow screen.
const WIDE: usize = 3;
/// The tables of the text. (mdBook puts a box around each.)
const TABLE: &str = ".table-wrapper > table";

/// Names the cells.
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
    ]
}

/// The names of the columns of each table.
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
