//! The check of published pages: a page that moves needs a redirect, and the redirect must work.

mod common;

use std::fs;
use std::path::Path;

use common::{build, fails, project, site, succeeds, write};

/// Adds a page to the book.
fn add_page(root: &Path, name: &str) {
    write(root, &format!("book/{name}.md"), "# More\n\nMore text.\n");
    let summary = format!("# Summary\n\n[More]({name}.md)\n\n# One task\n\n- [Waiting](tasks/join.md)\n");
    write(root, "book/SUMMARY.md", &summary);
}

#[test]
fn a_page_that_moves_leaves_a_redirect() {
    let project = project();
    let root = project.path();
    let list = || fs::read_to_string(root.join("site/published.txt")).expect("the list is there");
    let settings = fs::read_to_string(root.join("book.toml")).expect("the project has settings");
    let redirect = |to: &str| {
        let settings = format!("{settings}[output.html.redirect]\n\"/notes.html\" = \"{to}\"\n");
        write(root, "book.toml", &settings);
        build(root);
    };

    add_page(root, "notes");
    build(root);
    assert!(fails(site(root).arg("check")).contains("cannot read site/published.txt"));
    fs::create_dir(root.join("site")).expect("a folder can be made");
    succeeds(site(root).arg("published"));
    let first = list();
    let paths: Vec<&str> = first.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(paths, ["index.html", "notes.html", "print.html", "tasks/join.html"]);
    succeeds(site(root).arg("check"));

    // The page moves, first without a redirect, then with two wrong ones and a right one.
    fs::remove_file(root.join("book/notes.md")).expect("the page is there");
    add_page(root, "remarks");
    build(root);
    let message = "site/published.txt:4: notes.html was published but no longer exists";
    assert!(fails(site(root).arg("check")).contains(message));
    assert!(fails(site(root).arg("published")).contains(message));
    assert_eq!(list(), first, "no path is lost");
    redirect("missing.html");
    assert!(fails(site(root).arg("check")).contains("notes.html: missing.html does not exist"));
    redirect("/remarks.html");
    assert!(fails(site(root).arg("check")).contains("/remarks.html starts at the host's root"));
    redirect("remarks.html");
    succeeds(site(root).arg("check"));
    succeeds(site(root).arg("published"));
    assert_eq!(list(), first.replace("tasks/", "remarks.html\ntasks/"));
}
