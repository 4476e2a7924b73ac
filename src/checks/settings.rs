//! Checks of the settings: only the preprocessor `lessons` brings text onto pages, and `html` is the only output.

use std::path::Path;

use crate::catalogue::chapter::line_at;
use crate::catalogue::settings::{SETTINGS, settings};
use crate::problem::{Problem, Result, read};

/// The preprocessor that runs the chapters' commands.
const PREPROCESSOR: &str = "lessons";
/// The output that makes pages.
const OUTPUT: &str = "html";

/// Checks the settings of the project in `root`.
///
/// # Errors
/// Fails if they cannot be read.
pub fn check(root: &Path) -> Result<Vec<Problem>> {
    let config = settings(root)?;
    let text = read(root, SETTINGS)?;
    let unreadable = |error| Problem::in_file(SETTINGS, format!("{error:#}"));
    let outputs = config.outputs::<toml::Value>().map_err(unreadable)?;
    let preprocessors = config.preprocessors::<toml::Value>().map_err(unreadable)?;
    let mut problems = Vec::new();
    if config.build.use_default_preprocessors {
        let message = "mdBook's own preprocessors would include files that a chapter or an output names; \
                       set `use-default-preprocessors = false` in [build]";
        problems.push(Problem::from(message).at(SETTINGS, line_of(&text, "use-default-preprocessors")));
    }
    let foreign = |names: Vec<String>, table: &str, known: &str, why: &str| {
        let others = names.into_iter().filter(|name| name != known);
        let problem = |name: String| {
            let line = line_of(&text, &format!("[{table}.{name}"));
            let origin = if line == 0 {
                ", which the environment sets (`MDBOOK_…`)"
            } else {
                ""
            };
            let message = format!("[{table}.{name}]{origin}: {why}; remove it");
            Problem::from(message).at(SETTINGS, line)
        };
        others.map(problem).collect::<Vec<_>>()
    };
    problems.extend(foreign(
        outputs.into_keys().collect(),
        "output",
        OUTPUT,
        "this book has one output, `html`, because its figures are HTML",
    ));
    problems.extend(foreign(
        preprocessors.into_keys().collect(),
        "preprocessor",
        PREPROCESSOR,
        "only `lessons` brings text onto the pages",
    ));
    Ok(problems)
}

/// The line that contains a text, counted from 1; 0 if none does.
fn line_of(text: &str, wanted: &str) -> usize {
    text.find(wanted).map_or(0, |offset| line_at(text, offset))
}
