//! The checks of chapters, table of contents and manifests find no problem, and the tables of the appendices can be made.

use async_lessons::catalogue::Catalogue;
use async_lessons::checks::check;
use async_lessons::figure::tables::{NAMES, table};
use libtest_mimic::Failed;

/// Fails with all problems of the book.
pub fn has_no_problems(catalogue: &Catalogue) -> Result<(), Failed> {
    let problems = check(&catalogue.root)?;
    let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
    match list.is_empty() {
        true => Ok(()),
        false => Err(list.join("\n").into()),
    }
}

/// Fails if a table cannot be made, or is empty.
pub fn has_tables(catalogue: &Catalogue) -> Result<(), Failed> {
    for name in NAMES {
        let table = table(catalogue, name)?;
        if table.lines().count() <= 20 {
            return Err(format!("the table `{name}` has too few rows\n{table}").into());
        }
    }
    Ok(())
}
