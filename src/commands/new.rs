//! `cargo run new PART/CHAPTER`: the files of a chapter, ready to be written.

use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::{Catalogue, Manifest};
use crate::checks;
use crate::problem::{Problem, Result, problem, read};

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
        return Err(problem!(
            "there is a chapter `{chapter}` already: book/{}",
            known.path.display()
        ));
    }
    let page = catalogue.root.join("book").join(&part).join(format!("{chapter}.md"));
    let listing = catalogue.listing_file(&format!("{part}/{chapter}/first-steps.rs"));
    let program = catalogue.root.join(format!("src/parts/{part}.rs"));
    let is_new_part = !catalogue.parts.iter().any(|known| known.slug == part);

    let mut edits = vec![(page, page_text(&chapter)), (listing, LISTING.to_owned())];
    if is_new_part {
        edits.push((program, program_text(catalogue, &part)?));
    }
    if let Some((existing, _)) = edits.iter().find(|(file, _)| file.exists()) {
        return Err(problem!("{} exists already; nothing was written", existing.display()));
    }
    edits.push(summary(catalogue, &part, &chapter, is_new_part)?);
    if is_new_part {
        edits.push(cargo_toml(catalogue, &part)?);
    }
    write_all(&edits)?;

    let catalogue = Catalogue::load(&catalogue.root)?;
    let manifest = Manifest::read(&catalogue.root)?;
    Manifest::write(&catalogue.root, &manifest.with_listings(&checks::ordered(&catalogue)?)?)?;
    let mut files: Vec<String> = edits.iter().map(|(file, _)| below(&catalogue, file)).collect();
    files.push("listings/Cargo.toml".into());
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

fn below(catalogue: &Catalogue, file: &Path) -> String {
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

fn page_text(chapter: &str) -> String {
    format!(
        "# {}\n\n> Which question does this chapter answer?\n\n\
         <!-- cmdrun lessons show {chapter}/first-steps -->\n\n\
         ## What goes wrong\n\n## From asyncio\n\n## When to use it\n\n## API met here\n",
        title(chapter)
    )
}

/// A part's program is that of any other part, with its own name.
fn program_text(catalogue: &Catalogue, part: &str) -> Result<String> {
    let model = catalogue
        .parts
        .first()
        .ok_or("book/SUMMARY.md has no part to take as a model")?;
    let text = read(&catalogue.root, &format!("src/parts/{}.rs", model.slug))?;
    Ok(text
        .replace(&format!("`{}`", model.slug), &format!("`{part}`"))
        .replace(&format!("/{}.rs", model.slug), &format!("/{part}.rs")))
}

/// The table of contents with the chapter at the end of its part.
fn summary(catalogue: &Catalogue, part: &str, chapter: &str, is_new_part: bool) -> Result<(PathBuf, String)> {
    let file = catalogue.root.join("book/SUMMARY.md");
    let text = read(&catalogue.root, "book/SUMMARY.md")?;
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
        .ok_or_else(|| Problem::in_file("book/SUMMARY.md", format!("no chapter of `{part}/` to put it behind")))?;
    Ok((file, format!("{}{entry}{}", &text[..last], &text[last..])))
}

/// The project's manifest with the part's program.
fn cargo_toml(catalogue: &Catalogue, part: &str) -> Result<(PathBuf, String)> {
    let file = catalogue.root.join("Cargo.toml");
    let text = read(&catalogue.root, "Cargo.toml")?;
    let before = "[[test]]\n";
    let (head, tail) = text
        .split_once(before)
        .ok_or_else(|| Problem::in_file("Cargo.toml", "no `[[test]]` to put it before"))?;
    let program =
        format!("[[bin]]\nname = \"part-{part}\"\npath = \"src/parts/{part}.rs\"\ntest = false\ndoc = false\n\n");
    Ok((file, format!("{head}{program}{before}{tail}")))
}

fn write_all(edits: &[(PathBuf, String)]) -> Result<()> {
    for (file, text) in edits {
        let folder = file.parent().unwrap_or(file);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(file, text))
            .map_err(|error| problem!("{}: {error}", file.display()))?;
    }
    Ok(())
}
