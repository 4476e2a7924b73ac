//! The PDF: a browser prints it. If the browser is missing or fails, the error says so and the old PDF stays.
#![cfg(unix)]

mod common;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use async_lessons::run::PROGRAMS;
use async_lessons_site::built::files;
use async_lessons_site::pdf::{LIMIT, chromium, print};
use common::{build, fails, project, site, write};
use tempfile::TempDir;

/// Makes a folder with pages, an old PDF, and a shell script in place of the browser.
fn with_browser(script: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    write(
        folder.path(),
        "book/print.html",
        "<html><head></head><body>text</body></html>",
    );
    write(folder.path(), "book.pdf", "%PDF-before");
    let browser = folder.path().join("browser");
    // Sets `$pdf` and `$page` from Chromium's arguments.
    let arguments = "for it in \"$@\"; do case $it in --print-to-pdf=*) pdf=${it#*=};; *.html) page=$it;; esac; done";
    write(folder.path(), "browser", &format!("#!/bin/sh\n{arguments}\n{script}\n"));
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("the script can be made executable");
    (folder, browser)
}

/// Prints with a shell script in place of the browser. Returns the result, and what the PDF holds then.
fn printed(script: &str, limit: Duration) -> (Result<()>, String) {
    let (folder, browser) = with_browser(script);
    let result = print(
        &browser,
        &folder.path().join("book"),
        &folder.path().join("book.pdf"),
        limit,
    );
    let pdf = fs::read_to_string(folder.path().join("book.pdf")).expect("the PDF is there");
    let left = files(&folder.path().join("book")).expect("the folder is readable");
    assert_eq!(left.len(), 1, "nothing is left beside the pages");
    (result, pdf)
}

#[test]
fn the_printed_book_replaces_the_old_pdf() {
    let (result, pdf) = printed("{ printf %%PDF-; cat \"$page\"; } > \"$pdf\"", LIMIT);
    result.expect("the browser prints");
    assert!(pdf.starts_with("%PDF-<html>") && pdf.contains("size: A4"), "{pdf}");
}

#[test]
fn a_failing_browser_is_reported_and_the_old_pdf_stays() {
    for (script, limit, expected) in [
        (
            "echo no display >&2; exit 3",
            LIMIT,
            "(exit status: 3); it printed:\nno display",
        ),
        ("exit 0", LIMIT, "did not produce a PDF (exit status: 0)"),
        ("echo half > \"$pdf\"", LIMIT, "did not produce a PDF (exit status: 0)"),
        (
            "printf %%PDF-half > \"$pdf\"; exec sleep 60",
            Duration::from_millis(300),
            "did not print the book within 0.3 s",
        ),
    ] {
        let (result, pdf) = printed(script, limit);
        let message = format!("{:#}", result.expect_err(script));
        assert!(message.contains(expected), "{expected:?} in\n{message}");
        assert_eq!(pdf, "%PDF-before");
    }
}

#[test]
fn a_missing_browser_is_reported_with_a_repair() {
    let project = project();
    let empty = tempfile::tempdir().expect("a folder without programs");
    // The lessons need not be built, because the error comes before that of the pages.
    let message = |browser: &str| {
        let mut command = site(project.path());
        command
            .args(["build", "--pdf"])
            .env(PROGRAMS, "")
            .env("PATH", empty.path())
            .env("CHROMIUM", browser);
        let message = fails(&mut command);
        assert!(!project.path().join("target/book").exists());
        message
    };
    assert_eq!(
        message("no-browser"),
        "error: CHROMIUM is `no-browser`, which is not a program\n"
    );
    // Other systems do not install browsers on the path.
    if cfg!(target_os = "linux") {
        let message = message("");
        assert!(
            message.starts_with("error: a PDF needs Chromium or Chrome, but neither was found"),
            "{message}"
        );
        assert!(message.contains("set CHROMIUM"), "{message}");
    }
}

#[test]
#[ignore = "needs Chromium; `bash .ci/browser` runs it"]
fn a_real_browser_prints_a_book_with_an_outline() {
    let project = project();
    build(project.path());
    let pages = project.path().join("target/book");
    let before = files(&pages).expect("the folder is readable");
    let into = project.path().join("book.pdf");
    print(&chromium().expect("Chromium is there"), &pages, &into, LIMIT).expect("Chromium prints");
    let pdf = fs::read(&into).expect("the PDF is there");
    let holds = |text: &str| pdf.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("/Outlines"), "a PDF reader can list the chapters");
    assert!(holds("/MediaBox [0 0 594.95996 841.91998]"), "the paper is A4");
    let after = files(&pages).expect("the folder is readable");
    assert_eq!(after, before, "nothing is left beside the pages");
}
