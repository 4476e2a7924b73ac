//! What `cargo run new` writes into a new chapter, and the checks do not accept as finished.

/// The question of a new chapter.
pub const QUESTION: &str = "Which question does this chapter answer?";

/// The first listing of a new chapter.
pub const LISTING: &str = "\
use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    sleep(Duration::from_secs(1)).await;
    println!(\"one second later\");
}
";

/// The text of a new chapter's page. `chapter` is its slug.
pub fn page(chapter: &str) -> String {
    format!(
        "# {}\n\n> {QUESTION}\n\n\
         <!-- cmdrun lessons show {chapter}/first-steps -->\n\n\
         ## What goes wrong\n\n## From asyncio\n\n## When to use it\n\n## API met here\n",
        title(chapter)
    )
}

/// A title made from a slug: `Group errors` from `group-errors`.
pub fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut characters = words.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
