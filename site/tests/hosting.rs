//! The pages can lie in any folder of any host. Only the one for wrong addresses has to know which, because it is shown at any of them.

mod common;

use std::fs;
use std::path::Path;
use std::process::Output;

use common::{project, site, stderr, write};

fn build(root: &Path, address: Option<&str>) {
    let mut command = site(root);
    command.arg("build");
    if let Some(address) = address {
        command.env("MDBOOK_OUTPUT__HTML__SITE_URL", address);
    }
    succeeds(&command.output().expect("the site's program can be started"));
}

fn succeeds(output: &Output) {
    assert!(output.status.success(), "{}", stderr(output));
}

fn page(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join("target/book").join(path)).expect("the page is there")
}

#[test]
fn the_address_of_the_book_is_one_setting() {
    let project = project();
    let root = project.path();
    build(root, None);
    let chapter = page(root, "tasks/join.html");
    assert!(page(root, "404.html").contains("<base href=\"/\">"));

    build(root, Some("/lessons/"));
    let wrong = page(root, "404.html");
    assert!(wrong.contains("<base href=\"/lessons/\">"), "{wrong}");
    assert!(!wrong.contains("href=\"/css"), "its links begin at the base");
    assert_eq!(page(root, "tasks/join.html"), chapter, "no other page knows it");

    write(root, "site/published.txt", "tasks/join.html\n");
    succeeds(
        &site(root)
            .arg("check")
            .output()
            .expect("the site's program can be started"),
    );
}
