//! The pages work in any folder of any host. Only the page for wrong addresses has to know the folder, because it is shown anywhere.

mod common;

use std::fs;
use std::path::Path;

use common::{build, project, site, succeeds, write};

fn page(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join("target/book").join(path)).expect("the page is there")
}

#[test]
fn the_address_of_the_book_is_one_setting() {
    let project = project();
    let root = project.path();
    build(root);
    let chapter = page(root, "tasks/join.html");
    assert!(page(root, "404.html").contains("<base href=\"/\">"));

    succeeds(
        site(root)
            .arg("build")
            .env("MDBOOK_OUTPUT__HTML__SITE_URL", "/lessons/"),
    );
    let wrong = page(root, "404.html");
    assert!(wrong.contains("<base href=\"/lessons/\">"), "{wrong}");
    assert!(!wrong.contains("href=\"/css"), "its links are relative to the base");
    assert_eq!(
        page(root, "tasks/join.html"),
        chapter,
        "other pages do not depend on it"
    );

    write(root, "site/published.txt", "tasks/join.html\n");
    succeeds(site(root).arg("check"));
}
