//! The recap of each part: the rules of its chapters, what to take, and its items of the libraries.

use crate::catalogue::{Api, Catalogue, Chapter, Part};
use crate::problem::{Result, read};

use super::api::item_link;
use super::markdown::{cell, chapter_link, plain};

/// The page that says which of two things to take.
const CHOOSE: &str = "book/appendix/choose.md";
/// The section of a chapter that has its rules.
const RULES: &str = "## When to use it";

/// A section for each part whose chapters have rules.
///
/// # Errors
/// A chapter or the items cannot be read, or a chapter shows an unknown item.
pub fn recap(catalogue: &Catalogue) -> Result<String> {
    let api = Api::read(&catalogue.root)?;
    let choose = read(&catalogue.root, CHOOSE).unwrap_or_default();
    let mut text = String::new();
    for part in catalogue.parts.iter().filter(|part| !part.is_appendix()) {
        let mut rules = String::new();
        for chapter in &part.chapters {
            let all = self::rules(&read(&catalogue.root, &chapter.file())?, &part.slug);
            if !all.is_empty() {
                rules += &format!("**{}**\n\n{all}\n", chapter_link(chapter));
            }
        }
        if rules.is_empty() {
            continue;
        }
        let title = plain(&part.title);
        text += &format!("<div class=\"recap\">\n\n## {title}\n\n{rules}");
        for (heading, list) in [
            ("Which one to take", choices(&choose, part)),
            ("API", items(&api, part)?),
        ] {
            if !list.is_empty() {
                text += &format!("### {heading}\n\n{list}\n");
            }
        }
        text += "</div>\n\n";
    }
    Ok(text)
}

/// The first sentence of each rule of a chapter, as a list. `folder` is the chapter's.
fn rules(chapter: &str, folder: &str) -> String {
    let section = chapter
        .split_once(RULES)
        .map_or("", |(_, rest)| rest.split("\n## ").next().unwrap_or_default());
    let first = section.lines().filter_map(|line| line.strip_prefix("- ")).map(sentence);
    // A command would not be answered here.
    let whole = first.filter(|rule| !rule.contains("<!--"));
    whole.map(|rule| format!("- {}\n", from_beside(rule, folder))).collect()
}

/// The first sentence of a text.
fn sentence(text: &str) -> &str {
    let is_outside_of_code = |end: &usize| text[..*end].matches('`').count().is_multiple_of(2);
    let mut ends = text.match_indices(". ").map(|(at, _)| at + 1);
    ends.find(is_outside_of_code).map_or(text, |end| &text[..end])
}

/// A text whose links to pages beside it in `folder` lead there from another folder.
fn from_beside(text: &str, folder: &str) -> String {
    let mut parts = text.split("](");
    let mut moved = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_beside = !part.starts_with("../") && !part.starts_with("http");
        moved += &format!(
            "]({}{part}",
            if is_beside {
                format!("../{folder}/")
            } else {
                String::new()
            }
        );
    }
    moved
}

/// What to take, from the rows of [`CHOOSE`] that lead to chapters of the part, as a list.
fn choices(choose: &str, part: &Part) -> String {
    let link = format!("](../{}/", part.slug);
    let rows = choose
        .lines()
        .filter(|line| line.starts_with('|') && line.contains(&link));
    let entry = |row: &str| {
        let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").map(str::trim).collect();
        let (take, situation) = cells.split_last().expect("a row has cells");
        format!("- {}: {take}\n", situation.join(", to "))
    };
    rows.map(entry).collect()
}

/// The items that the chapters of a part show, as a list.
fn items(api: &Api, part: &Part) -> Result<String> {
    let mut entries = Vec::new();
    for Chapter { slug, .. } in &part.chapters {
        for row in api.tables.get(slug).into_iter().flatten() {
            let item = api.item(row)?;
            let entry = format!("- {}: {}\n", item_link(api, item)?, cell(&item.purpose));
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
    }
    Ok(entries.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_first_sentences_with_links_that_lead_on() {
        let chapter = "# A\n\n## When to use it\n\n- Use `a. b` [here](b.md). Not there.\n- See [c](../z/c.md#d), in `e`\n- <!-- cmdrun x --> times.\n\n## More\n\n- no\n";
        assert_eq!(
            rules(chapter, "y"),
            "- Use `a. b` [here](../y/b.md).\n- See [c](../z/c.md#d), in `e`\n"
        );
        assert_eq!(rules("# A\n\n- no\n", "y"), "");
    }

    #[test]
    fn choices_are_those_of_the_part() {
        let part = Part {
            slug: "time".into(),
            title: String::new(),
            chapters: Vec::new(),
        };
        let choose = "| The situation | Take |\n|---|---|\n| wait once | [`sleep`](../time/clock.md) |\n| many | one | [`mpsc`](../channels/mpsc.md) |\n";
        assert_eq!(choices(choose, &part), "- wait once: [`sleep`](../time/clock.md)\n");
        let part = Part {
            slug: "channels".into(),
            ..part
        };
        assert_eq!(
            choices(choose, &part),
            "- many, to one: [`mpsc`](../channels/mpsc.md)\n"
        );
    }
}
