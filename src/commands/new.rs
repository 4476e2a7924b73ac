//! `cargo run new PART/CHAPTER`: creates the files of a new chapter.

use crate::catalogue::{Catalogue, Part, SUMMARY, rule, scaffold};
use crate::checks::{self, Files};
use crate::problem::{Problem, Result, problem, read, write_all};

/// Creates the page of a chapter and a first listing, and adds them to the table of contents and the lists of listings. Creates the
/// part if it does not exist. Returns a message that names the written files and the next step. If it fails, it has written nothing.
///
/// `commands` are the names of the commands, which no chapter can have.
///
/// # Errors
/// Fails if `path` is not PART/CHAPTER, if the chapter or one of its files exists, or if a file cannot be read or written.
pub fn chapter(catalogue: &Catalogue, path: &str, commands: &[String]) -> Result<String> {
    let [part, chapter] = path.split('/').collect::<Vec<_>>()[..] else {
        return Err(problem!("expected PART/CHAPTER, such as `tasks/join`, found `{path}`"));
    };
    let is_new_part = !catalogue.parts.iter().any(|known| known.slug == part);
    for name in [part, chapter] {
        rule::check_name(name)?;
        let taken = if name == part && !is_new_part {
            None
        } else {
            taken_by(catalogue, name, commands)
        };
        if let Some(owner) = taken {
            return Err(problem!("`{name}` already names {owner}; choose another name"));
        }
    }
    if part == chapter {
        return Err(problem!(
            "`{part}` would name a part and a chapter; choose another name for one"
        ));
    }
    let page = format!("book/{part}/{chapter}.md");
    let listing = format!("listings/{part}/{chapter}/first-steps.rs");
    let mut files = Files::from([(page, scaffold::page(chapter)), (listing, scaffold::LISTING.to_owned())]);
    if let Some(existing) = files.keys().find(|file| catalogue.root.join(file).exists()) {
        return Err(Problem::in_file(
            existing,
            "already exists, so nothing was written; move it, or choose another name",
        ));
    }
    let summary = summary(catalogue, part, chapter)?;
    let grown = Catalogue::with_summary(&catalogue.root, &summary)?;
    files.insert(SUMMARY.into(), summary);
    let lists = checks::lists(&grown, &files)?;
    files.extend(lists);
    write_all(&catalogue.root, &files)?;
    let names: Vec<String> = files.into_keys().collect();
    Ok(format!(
        "written: {}\nnext: write the chapter and its first listing, then accept what the listing prints: \
         `SNAPSHOTS=overwrite cargo test {chapter}/first-steps`",
        names.join(", ")
    ))
}

/// What has a name already that a new part or chapter shall get.
fn taken_by(catalogue: &Catalogue, name: &str, commands: &[String]) -> Option<String> {
    let part = catalogue.parts.iter().find(|part| part.slug == name);
    let chapter = catalogue.chapters().find(|chapter| chapter.slug == name);
    let command = commands.iter().any(|command| command == name) || name == "all";
    part.map(|part| format!("the part \"{}\"", part.title))
        .or_else(|| chapter.map(|chapter| format!("the chapter {}", chapter.file())))
        .or_else(|| command.then(|| format!("what `cargo run {name}` does")))
}

/// The new text of the table of contents: the chapter stands at the end of its part, a new part before the appendices.
fn summary(catalogue: &Catalogue, part: &str, chapter: &str) -> Result<String> {
    let text = read(&catalogue.root, SUMMARY)?;
    let entry = format!("- [{}]({part}/{chapter}.md)\n", scaffold::title(chapter));
    let known = catalogue.parts.iter().find(|known| known.slug == part);
    let (before, added) = match known {
        Some(known) => (Some(known), entry),
        None => {
            let parts = catalogue.parts.iter().take_while(|known| !known.is_appendix());
            (parts.last(), format!("\n# {}\n\n{entry}", scaffold::title(part)))
        }
    };
    let end = before.and_then(|before| end_of(before, &text)).ok_or_else(|| {
        Problem::in_file(
            SUMMARY,
            format!(
                "found no chapter after which to put the new one, so nothing was written; add `{}`",
                added.trim()
            ),
        )
    })?;
    let line_end = if text[..end].ends_with('\n') { "" } else { "\n" };
    Ok(format!("{}{line_end}{added}{}", &text[..end], &text[end..]))
}

/// The end of the last line of a part's chapters, in bytes.
fn end_of(part: &Part, text: &str) -> Option<usize> {
    let paths: Vec<String> = part
        .chapters
        .iter()
        .map(|chapter| format!("{}/{}.md", part.slug, chapter.slug))
        .collect();
    let ends = text.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end, line))
    });
    ends.filter(|(_, line)| paths.iter().any(|path| line.contains(path)))
        .last()
        .map(|(end, _)| end)
}
