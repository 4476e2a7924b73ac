//! The PDF: a browser prints it, and where there is none, or one that fails, that is told and nothing is lost.
#![cfg(unix)]

mod common;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use async_lessons::run::PROGRAMS;
use async_lessons_site::pdf::{LIMIT, chromium, print};
use common::{project, site, stderr, write};
use tempfile::TempDir;

/// A folder with pages, a PDF from earlier, and a program that takes the place of the browser.
fn with_browser(script: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    write(
        folder.path(),
        "book/print.html",
        "<html><head></head><body>text</body></html>",
    );
    write(folder.path(), "book.pdf", "%PDF-before");
    let browser = folder.path().join("browser");
    // The file to print to, and the page, as Chromium gets them.
    let arguments = "for it in \"$@\"; do case $it in --print-to-pdf=*) pdf=${it#*=};; *.html) page=$it;; esac; done";
    write(folder.path(), "browser", &format!("#!/bin/sh\n{arguments}\n{script}\n"));
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("it can be made a program");
    (folder, browser)
}

/// What comes of it, and what the PDF holds then.
fn printed(script: &str, limit: Duration) -> (Result<(), String>, String) {
    let (folder, browser) = with_browser(script);
    let result = print(
        &browser,
        &folder.path().join("book"),
        &folder.path().join("book.pdf"),
        limit,
    );
    let pdf = fs::read_to_string(folder.path().join("book.pdf")).expect("it is still there");
    let left: Vec<_> = fs::read_dir(folder.path().join("book"))
        .expect("it is a folder")
        .collect();
    assert_eq!(left.len(), 1, "nothing is left beside the pages");
    (result.map_err(|error| format!("{error:#}")), pdf)
}

#[test]
fn what_the_browser_prints_takes_the_place_of_the_old() {
    let (result, pdf) = printed("{ printf %%PDF-; cat \"$page\"; } > \"$pdf\"", LIMIT);
    assert_eq!(result, Ok(()));
    assert!(pdf.starts_with("%PDF-<html>") && pdf.contains("size: A4"), "{pdf}");
}

#[test]
fn a_browser_that_fails_is_told_and_the_old_stays() {
    for (script, limit, expected) in [
        (
            "echo no display >&2; exit 3",
            LIMIT,
            "(exit status: 3); it said:\nno display",
        ),
        ("exit 0", LIMIT, "has printed no PDF (exit status: 0)"),
        ("echo half > \"$pdf\"", LIMIT, "has printed no PDF (exit status: 0)"),
        (
            "printf %%PDF-half > \"$pdf\"; exec sleep 60",
            Duration::from_millis(300),
            "has not printed the book within 0.3 s",
        ),
    ] {
        let (result, pdf) = printed(script, limit);
        let message = result.expect_err(script);
        assert!(message.contains(expected), "{expected:?} in\n{message}");
        assert_eq!(pdf, "%PDF-before");
    }
}

#[test]
fn without_a_browser_it_is_said_what_to_do() {
    let project = project();
    let empty = tempfile::tempdir().expect("a folder without programs");
    // The lessons need not be built: it is told before the pages are made.
    let build = |browser: &str| {
        let mut command = site(project.path());
        command
            .args(["build", "--pdf"])
            .env(PROGRAMS, "")
            .env("PATH", empty.path())
            .env("CHROMIUM", browser);
        let output = command.output().expect("the site's program can be started");
        assert_eq!(output.status.code(), Some(1));
        assert!(!project.path().join("target/book").exists());
        stderr(&output)
    };
    assert_eq!(
        build("no-browser"),
        "error: CHROMIUM is `no-browser`, which is no program\n"
    );
    // On other systems browsers lie in a place of their own.
    if cfg!(target_os = "linux") {
        let message = build("");
        assert!(
            message.starts_with("error: a PDF needs Chromium or Chrome, and none was found"),
            "{message}"
        );
        assert!(message.contains("set CHROMIUM"), "{message}");
    }
}

#[test]
#[ignore = "needs Chromium; `bash .ci/browser` runs it"]
fn a_real_browser_prints_a_book_with_an_outline() {
    let project = project();
    let built = site(project.path())
        .arg("build")
        .status()
        .expect("the site's program can be started");
    assert!(built.success());
    let into = project.path().join("book.pdf");
    print(
        &chromium().expect("Chromium is there"),
        &project.path().join("target/book"),
        &into,
        LIMIT,
    )
    .expect("it prints");
    let pdf = fs::read(&into).expect("the PDF is there");
    let holds = |text: &str| pdf.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("/Outlines"), "the chapters are listed in the reader's sidebar");
    assert!(holds("/MediaBox [0 0 594.95996 841.91998]"), "the paper is A4");
    let is_page = |path: &Path| path.extension().is_some_and(|extension| extension == "html");
    let left = fs::read_dir(project.path().join("target/book")).expect("it is a folder");
    let hidden = left
        .filter_map(Result::ok)
        .filter(|entry| is_page(&entry.path()) && entry.file_name().as_encoded_bytes()[0] == b'.');
    assert_eq!(hidden.count(), 0, "nothing is left beside the pages");
}
