//! What was published stays: a page that moves without a redirect is found, and so is a redirect to nowhere.

mod common;

use std::fs;
use std::path::Path;
use std::process::Output;

use common::{project, site, stderr, write};

fn run(root: &Path, verb: &str) -> Output {
    site(root)
        .arg(verb)
        .output()
        .expect("the site's program can be started")
}

/// The verb succeeds, or else what it says.
fn good(root: &Path, verb: &str) {
    let output = run(root, verb);
    assert!(output.status.success(), "{verb}: {}", stderr(&output));
}

fn fault(root: &Path, verb: &str) -> String {
    let output = run(root, verb);
    assert_eq!(output.status.code(), Some(1), "{verb}");
    stderr(&output)
}

/// Adds a page to the book.
fn more(root: &Path, name: &str) {
    write(root, &format!("book/{name}.md"), "# More\n");
    let summary = format!("# Summary\n\n[More]({name}.md)\n\n# One task\n\n- [Waiting](tasks/join.md)\n");
    write(root, "book/SUMMARY.md", &summary);
}

#[test]
fn a_page_that_moves_leaves_a_redirect() {
    let project = project();
    let root = project.path();
    let list = root.join("site/published.txt");
    let settings = fs::read_to_string(root.join("book.toml")).expect("the project has settings");
    let redirect = |to: &str| format!("{settings}\n[output.html.redirect]\n\"/notes.html\" = \"{to}\"\n");

    more(root, "notes");
    good(root, "build");
    assert!(fault(root, "check").contains("cannot read site/published.txt"));
    fs::create_dir(root.join("site")).expect("a folder can be made");
    good(root, "published");
    let first = fs::read_to_string(&list).expect("the list is written");
    let paths: Vec<&str> = first.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(paths, ["index.html", "notes.html", "print.html", "tasks/join.html"]);
    good(root, "check");

    // The page moves.
    fs::remove_file(root.join("book/notes.md")).expect("the page is there");
    more(root, "remarks");
    good(root, "build");
    let message = "site/published.txt:4: notes.html was published and is gone";
    assert!(fault(root, "check").contains(message));
    assert!(fault(root, "published").contains(message));
    assert_eq!(
        fs::read_to_string(&list).expect("the list is there"),
        first,
        "no path is lost"
    );

    write(root, "book.toml", &redirect("gone.html"));
    good(root, "build");
    assert!(fault(root, "check").contains("notes.html: gone.html leads to no file"));

    write(root, "book.toml", &redirect("/remarks.html"));
    good(root, "build");
    assert!(fault(root, "check").contains("/remarks.html starts at the top of the host"));

    write(root, "book.toml", &redirect("remarks.html"));
    good(root, "build");
    good(root, "check");
    good(root, "published");
    let second = fs::read_to_string(&list).expect("the list is there");
    assert_eq!(second, first.replace("tasks/", "remarks.html\ntasks/"));
}
