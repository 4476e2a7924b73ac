//! What is around a program that is tried: its files, its folder, a terminal, whoever reads its output.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::run;
use crate::common::{copied, here};
use crate::lessons::{stderr, stdout};

/// A folder for programs, and a function that tries one of them.
fn folder() -> (tempfile::TempDir, impl Fn(&str) -> Output) {
    let folder = tempfile::tempdir().expect("a folder for programs");
    let path = folder.path().to_owned();
    let attempt = move |name: &str| {
        run(Command::new(env!("CARGO_BIN_EXE_lessons"))
            .args(["try", name])
            .current_dir(&path)
            .env(async_lessons::catalogue::ROOT, here("")))
    };
    (folder, attempt)
}

#[test]
fn files_are_read_as_rustc_reads_them() {
    let (folder, attempt) = folder();
    let nap =
        "#[tokio::main]\r\nasync fn main() {\r\n    tokio::time::sleep(std::time::Duration::from_secs(2)).await;\r\n}";
    for (name, text, code, expected) in [
        (
            "mit Leerzeichen é.rs",
            format!("\u{feff}//! A nap.\r\n{nap}").as_bytes(),
            0,
            "  main  2.0 s Sleep (line 4)\n",
        ),
        (
            "日本.rs",
            format!("{nap} // the end").as_bytes(),
            0,
            "  main  2.0 s Sleep (line 3)\n",
        ),
        (
            "empty.rs",
            b"",
            1,
            "error: empty.rs: does not compile: it has neither a `main` nor tests\n",
        ),
        (
            "latin.rs",
            b"// \xe9",
            1,
            "error: latin.rs: cannot be read: stream did not contain valid UTF-8\n",
        ),
        (
            "open.rs",
            b"fn main() {\n    (\n",
            1,
            "error: this file contains an unclosed delimiter\n --> open.rs:2:",
        ),
        (
            "text.rs",
            b"fn main() {}\n\"text\n",
            1,
            "error[E0765]: unterminated double quote string\n --> text.rs:2:1\n",
        ),
        (
            "comment.rs",
            b"fn main() {}\n/* text\n",
            1,
            "error[E0758]: unterminated block comment\n --> comment.rs:2:1\n",
        ),
        ("prose.rs", b"This is prose.\n", 1, " --> prose.rs:1:6\n"),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
        let output = attempt(name);
        let printed = stderr(&output);
        assert_eq!(output.status.code(), Some(code), "{name}: {printed}");
        assert!(printed.contains(expected), "{name}: {expected:?} in\n{printed}");
        assert!(!printed.contains("__stage_std"), "{name}: {printed}");
    }
    fs::create_dir(folder.path().join("folder.rs")).expect("a folder");
    let output = attempt("folder.rs");
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
}

#[test]
fn a_program_is_built_again_whenever_its_files_differ() {
    let (folder, attempt) = folder();
    let save = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    save(
        "main.rs",
        "mod helper;\nfn main() { println!(\"{}\", helper::NAME); }\n",
    );
    save("helper.rs", "pub const NAME: &str = \"one\";\n");
    assert_eq!(stdout(&attempt("main.rs")), "one\n");
    // A file that is older than what was built, as one that was moved here.
    save("helper.rs", "pub const NAME: &str = \"other\";\n");
    let helper = fs::File::options()
        .write(true)
        .open(folder.path().join("helper.rs"))
        .expect("a file");
    helper
        .set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000))
        .expect("a time");
    assert_eq!(stdout(&attempt("main.rs")), "other\n");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_a_program_and_keeps_what_it_did() {
    use std::os::unix::process::CommandExt;
    let mut child = Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(["try", "listens.rs"])
        .current_dir(here("tests/attempt"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        // As a terminal does, the signal goes to all processes of the group.
        .process_group(0)
        .spawn()
        .expect("lessons can be started");
    let mut line = String::new();
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    output.read_line(&mut line).expect("a line");
    assert_eq!(line, "listening\n");
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process_group(id, rustix::process::Signal::INT).expect("the process runs");
    let output = child.wait_with_output().expect("lessons ends");
    assert_eq!(output.status.code(), Some(130), "{}", stderr(&output));
    let printed = stderr(&output);
    for expected in ["it was interrupted\n", "to the end TcpListener::accept (line 7)\n"] {
        assert!(printed.contains(expected), "{expected:?} in\n{printed}");
    }
}

#[test]
fn who_reads_the_output_may_stop() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(["try", "forever.rs"])
        .current_dir(here("tests/attempt"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("lessons can be started");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("lessons ends").code(), Some(141));
}

#[test]
fn nothing_is_written_beside_a_program() {
    let project = copied(&["tests/attempt/project"]);
    let folder = project.path().join("tests/attempt/project");
    let before = files(&folder);
    let output = run(Command::new(env!("CARGO_BIN_EXE_lessons"))
        .arg("try")
        .arg(&folder)
        .env(async_lessons::catalogue::ROOT, here("")));
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(files(&folder), before);
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_page_about_a_run_needs_no_other_file() {
    let output = run(Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(["try", "--open", "project"])
        .current_dir(here("tests/attempt"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY"));
    let printed = stderr(&output);
    let page = printed
        .lines()
        .find_map(|line| line.strip_prefix("open it in a browser: "));
    let page = fs::read_to_string(page.unwrap_or_else(|| panic!("no page in\n{printed}"))).expect("the page is there");
    for expected in [
        "boiled for 5 minutes",
        "async</span> <span class=\"hljs-keyword\">fn</span> boil(minutes: u64) {",
        "src/main.rs from 1 on, src/kitchen.rs from 8 on, src/lib.rs from 11 on",
        "<script type=\"application/json\" class=\"trace\">",
        "class Player",
        "<div class=\"code\">\n<pre><code class=\"language-rs language-rust\">",
        "<div class=\"result\">\n<div class=\"command\"><code>cargo run try project</code></div>\n<div class=\"stdout\">",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
    for other in [" src=", " href=", "@import", "url("] {
        assert!(!page.contains(other), "the page loads something: {other}");
    }
}

#[test]
fn a_program_that_is_watched_runs_again_when_it_is_saved() {
    let folder = tempfile::tempdir().expect("a folder for the program");
    let file = folder.path().join("egg.rs");
    let save = |text: &str| fs::write(&file, format!("fn main() {{ println!({text:?}); }}\n")).expect("a file");
    let helper = folder.path().join("helper.rs");
    fs::write(&helper, "pub fn help( {").expect("a file");
    fs::write(&file, "mod helper;\nfn main() { helper::help(); }\n").expect("a file");
    let mut child = Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(["try", "--watch"])
        .arg(&file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("lessons can be started");
    let mut errors = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    let mut waits = || {
        errors
            .by_ref()
            .any(|line| line.is_ok_and(|line| line.starts_with("waiting until ")))
    };
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut next = || lines.next().expect("a line").expect("text");
    assert!(waits(), "the first build fails");
    fs::write(&helper, "pub fn help() { println!(\"helped\"); }\n").expect("a file");
    assert_eq!(next(), "helped");
    assert!(waits(), "the program ends");
    save("another");
    assert_eq!(next(), "another");
    child.kill().expect("lessons runs");
    child.wait().expect("lessons ends");
}
