//! `cargo run new PART/CHAPTER`: the files of a chapter, ready to be written.

use std::fs;
use std::path::PathBuf;

use async_lessons::catalogue::Catalogue;
use async_lessons::checks;

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
pub fn chapter(catalogue: &Catalogue, path: &str) -> Result<String, String> {
    let (part, chapter) = match path.split('/').collect::<Vec<_>>().as_slice() {
        [part, chapter] if is_slug(part) && is_slug(chapter) => ((*part).to_owned(), (*chapter).to_owned()),
        _ => {
            return Err(format!(
                "`{path}`: expected PART/CHAPTER in lower case, with hyphens, such as `tasks/join`"
            ));
        }
    };
    if let Some(known) = catalogue.chapters().find(|known| known.slug == chapter) {
        return Err(format!(
            "there is a chapter `{chapter}` already: book/{}",
            known.path.display()
        ));
    }
    let page = catalogue.root.join("book").join(&part).join(format!("{chapter}.md"));
    let listing = catalogue.listing_file(&format!("{part}/{chapter}/first-steps.rs"));
    let is_new_part = !catalogue.parts.iter().any(|known| known.slug == part);

    let mut edits = vec![(page, page_text(&part, &chapter)), (listing, LISTING.to_owned())];
    if let Some((existing, _)) = edits.iter().find(|(file, _)| file.exists()) {
        return Err(format!("{} exists already; nothing was written", existing.display()));
    }
    edits.push(summary(catalogue, &part, &chapter, is_new_part)?);
    write_all(&edits)?;

    let catalogue = Catalogue::load(&catalogue.root)?;
    let lists = checks::stale(&catalogue)?;
    let lists: Vec<_> = lists
        .into_iter()
        .map(|(file, text)| (catalogue.root.join(file), text))
        .collect();
    write_all(&lists)?;
    edits.extend(lists);
    let files: Vec<String> = edits.iter().map(|(file, _)| below(&catalogue, file)).collect();
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

fn below(catalogue: &Catalogue, file: &std::path::Path) -> String {
    file.strip_prefix(&catalogue.root)
        .unwrap_or(file)
        .to_string_lossy()
        .replace('\\', "/")
}

/// `group-errors` as `Group errors`.
fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut characters = words.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn page_text(part: &str, chapter: &str) -> String {
    format!(
        "# {}\n\n> Which question does this chapter answer?\n\n\
         ```rust\n{{{{#include ../../listings/{part}/{chapter}/first-steps.rs}}}}\n```\n\n\
         <!-- cmdrun lessons output {chapter}/first-steps -->\n\n\
         ## What goes wrong\n\n## From asyncio\n\n## When to use it\n\n## API met here\n",
        title(chapter)
    )
}

/// The table of contents with the chapter at the end of its part.
fn summary(catalogue: &Catalogue, part: &str, chapter: &str, is_new_part: bool) -> Result<(PathBuf, String), String> {
    let file = catalogue.root.join("book/SUMMARY.md");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
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
        .ok_or_else(|| format!("{}: no chapter of `{part}/` to put it behind", file.display()))?;
    Ok((file, format!("{}{entry}{}", &text[..last], &text[last..])))
}

fn write_all(edits: &[(PathBuf, String)]) -> Result<(), String> {
    for (file, text) in edits {
        let folder = file.parent().unwrap_or(file);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(file, text))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}
