//! `cargo run new PART/CHAPTER`: the files of a chapter, ready to be written.

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

/// Makes the chapter's page with a first listing, and enters both where they belong. A part that does not exist is made, too.
pub fn chapter(catalogue: &Catalogue, path: &str) -> Result<String> {
    let (part, chapter) = match path.split('/').collect::<Vec<_>>().as_slice() {
        [part, chapter] if is_slug(part) && is_slug(chapter) => ((*part).to_owned(), (*chapter).to_owned()),
        _ => {
            return Err(problem!(
                "`{path}`: expected PART/CHAPTER in lower case, with hyphens, such as `tasks/join`"
            ));
        }
    };
    if let Some(known) = catalogue.chapters().find(|known| known.slug == chapter) {
        return Err(problem!("there is a chapter `{chapter}` already: {}", known.file()));
    }
    let page = format!("book/{part}/{chapter}.md");
    let listing = format!("listings/{part}/{chapter}/first-steps.rs");
    let is_new_part = !catalogue.parts.iter().any(|known| known.slug == part);

    let mut edits = vec![(page, page_text(&chapter)), (listing, LISTING.to_owned())];
    if let Some((existing, _)) = edits.iter().find(|(file, _)| catalogue.root.join(file).exists()) {
        return Err(problem!("{existing} exists already; nothing was written"));
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
        "written: {}\nnext: `SNAPSHOTS=overwrite cargo test {chapter}/first-steps` accepts what its listing prints",
        files.join(", ")
    ))
}

fn is_slug(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// `group-errors` as `Group errors`.
fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut characters = words.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn page_text(chapter: &str) -> String {
    format!(
        "# {}\n\n> Which question does this chapter answer?\n\n\
         <!-- cmdrun lessons show {chapter}/first-steps -->\n\n\
         ## What goes wrong\n\n## From asyncio\n\n## When to use it\n\n## API met here\n",
        title(chapter)
    )
}

/// The table of contents with the chapter at the end of its part.
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
        .ok_or_else(|| Problem::in_file(&file, format!("there is no chapter of `{part}/` to put it behind")))?;
    Ok((file, format!("{}{entry}{}", &text[..last], &text[last..])))
}
