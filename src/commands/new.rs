//! `cargo run new PART/CHAPTER`: creates the files of a new chapter.

use crate::catalogue::Catalogue;
use crate::checks;
use crate::problem::{Problem, Result, problem, read, write};

const LISTING: &str = "\
use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    sleep(Duration::from_secs(1)).await;
    println!(\"one second later\");
}
";

/// Creates the page of a chapter and a first listing, and adds them to the table of contents and the lists of listings. Creates the
/// part if it does not exist. Returns a message that names the written files and the next step.
///
/// # Errors
/// Fails if `path` is not PART/CHAPTER, if the chapter or one of its files exists, or if a file cannot be read or written.
pub fn chapter(catalogue: &Catalogue, path: &str) -> Result<String> {
    let (part, chapter) = match path.split('/').collect::<Vec<_>>().as_slice() {
        [part, chapter] if is_slug(part) && is_slug(chapter) => ((*part).to_owned(), (*chapter).to_owned()),
        _ => {
            return Err(problem!(
                "expected PART/CHAPTER in lower case with hyphens, such as `tasks/join`, found `{path}`"
            ));
        }
    };
    if let Some(known) = catalogue.chapters().find(|known| known.slug == chapter) {
        return Err(problem!(
            "the chapter `{chapter}` already exists: {}; choose another name",
            known.file()
        ));
    }
    let page = format!("book/{part}/{chapter}.md");
    let listing = format!("listings/{part}/{chapter}/first-steps.rs");
    let is_new_part = !catalogue.parts.iter().any(|known| known.slug == part);

    let mut edits = vec![(page, page_text(&chapter)), (listing, LISTING.to_owned())];
    if let Some((existing, _)) = edits.iter().find(|(file, _)| catalogue.root.join(file).exists()) {
        return Err(problem!("{existing} already exists; nothing was written"));
    }
    edits.push(summary(catalogue, &part, &chapter, is_new_part)?);
    let mut files = Vec::new();
    for (file, text) in edits {
        write(&catalogue.root, &file, &text)?;
        files.push(file);
    }
    for (file, text) in checks::stale(&Catalogue::load(&catalogue.root)?)? {
        write(&catalogue.root, &file, &text)?;
        files.push(file);
    }
    Ok(format!(
        "written: {}\nnext: `SNAPSHOTS=overwrite cargo test {chapter}/first-steps` accepts the output of its listing",
        files.join(", ")
    ))
}

/// Whether a word is a valid folder name of a part or file name of a chapter.
fn is_slug(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A title made from a slug: `Group errors` from `group-errors`.
fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut characters = words.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// The text of a new chapter's page.
fn page_text(chapter: &str) -> String {
    format!(
        "# {}\n\n> Which question does this chapter answer?\n\n\
         <!-- cmdrun lessons show {chapter}/first-steps -->\n\n\
         ## What goes wrong\n\n## From asyncio\n\n## When to use it\n\n## API met here\n",
        title(chapter)
    )
}

/// The path and the new text of the table of contents, with the chapter at the end of its part.
fn summary(catalogue: &Catalogue, part: &str, chapter: &str, is_new_part: bool) -> Result<(String, String)> {
    let file = "book/SUMMARY.md".to_owned();
    let text = read(&catalogue.root, &file)?;
    let entry = format!("- [{}]({part}/{chapter}.md)\n", title(chapter));
    if is_new_part {
        return Ok((file, format!("{}\n\n# {}\n\n{entry}", text.trim_end(), title(part))));
    }
    let last = text
        .split_inclusive('\n')
        .scan(0, |end, line| {
            *end += line.len();
            Some((*end, line))
        })
        .filter(|(_, line)| line.contains(&format!("]({part}/")))
        .last()
        .map(|(end, _)| end)
        .ok_or_else(|| {
            Problem::in_file(
                &file,
                format!("found no chapter of `{part}/`, after which to add the new one; add its line yourself"),
            )
        })?;
    Ok((file, format!("{}{entry}{}", &text[..last], &text[last..])))
}
