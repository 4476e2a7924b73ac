//! `cargo run try`: programs that readers wrote.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::common::{copied, here};
use crate::lessons::{stderr, stdout};

/// Tries a program of `tests/attempt`, with a line of input.
fn attempt(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lessons"));
    command.arg("try").args(arguments).current_dir(here("tests/attempt"));
    run(&mut command)
}

fn run(command: &mut Command) -> Output {
    command
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("lessons can be started");
    // It fails if the program has ended without reading.
    let _ = child.stdin.take().expect("a pipe").write_all(b"a line");
    child.wait_with_output().expect("lessons ends")
}

/// What is tried, the exit code, all of standard output, and what standard error must hold.
type Row = (&'static [&'static str], i32, &'static str, &'static [&'static str]);

fn check(rows: &[Row]) {
    let found: Vec<String> = thread::scope(|scope| {
        let runs: Vec<_> = rows
            .iter()
            .map(|row| scope.spawn(move || (row, attempt(row.0))))
            .collect();
        runs.into_iter()
            .map(|run| run.join().expect("the run does not panic"))
            .filter(|((_, code, out, errors), output)| {
                let printed = stderr(output);
                output.status.code() != Some(*code)
                    || stdout(output) != *out
                    || errors.iter().any(|error| !printed.contains(error))
            })
            .map(|(row, output)| {
                let code = output.status.code();
                format!("{row:?}\nexit code {code:?}\n{}\n{}", stdout(&output), stderr(&output))
            })
            .collect()
    });
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn programs_run_as_they_are_on_the_virtual_clock() {
    check(&[
        (
            &["whole.rs", "--timeline", "--ascii", "--", "--an", "argument"],
            0,
            "in a task\nhad a nap\n\"a text\", [\"--an\", \"argument\"], \"a line\", \"whole.rs\"\n3 s at line 24\n",
            &[
                "Where the time went (3.0 s on the virtual clock)\n",
                "  main         2.0 s Sleep (helper/deep.rs:2), 1.0 s JoinHandle (whole.rs:18)\n",
                "  async block  1.0 s Sleep (whole.rs:15)\n",
                "lines are counted through the files: whole.rs from 1 on, helper.rs from 27 on, helper/deep.rs from 30 on",
            ],
        ),
        (
            &["whole.rs", "--real"],
            0,
            "in a task\nhad a nap\n\"a text\", [], \"a line\", \"whole.rs\"\n3 s at line 24\n",
            &[],
        ),
        (&["crates.rs"], 0, "[b\"egg\"] true\n", &["No time passed"]),
        (
            &["project"],
            0,
            "boiled for 3 minutes\nboiled for 5 minutes\n0.3.0 egg_timer\n",
            &["   boil 3  180.0 s Sleep (src/lib.rs:4)\n"],
        ),
        (
            &["trpl.rs"],
            0,
            "6\na task\nat once\n9\ntrue\nErr(2s)\n20\n40\n60\nErr(Elapsed(()))\nOk(1)\nErr(Elapsed(()))\nOk(2)\n3\n",
            &["0.5 s JoinHandle (line 35)"],
        ),
        (
            &["workers.rs"],
            0,
            "true\n",
            &[
                "note: workers.rs:3: asks for several workers, and the run shown has one thread",
                "note: workers.rs:1: reads the system's clock, which stays real",
            ],
        ),
        (
            &["workspace/app", "--timeline", "--ascii"],
            0,
            "looking\nbrewing on gas\nlooking\nbrewing on gas\ntea-room 2.1.0 with sugar\n",
            &[
                "   brew 3  180.0 s Sleep (src/pot.rs:5)\n",
                "src/main.rs from 1 on, src/lib.rs from 14 on, src/pot.rs from 22 on, workspace/shared/src/lib.rs from 28 on",
            ],
        ),
        (
            &["workspace/app/examples/mint.rs"],
            0,
            "looking\nbrewing on gas\nmint\n",
            &["  main  120.0 s Sleep (src/pot.rs:5)\n"],
        ),
    ]);
}

#[test]
fn programs_are_cut_and_run_in_other_orders() {
    check(&[
        (
            &["race.rs", "--cut", "order"],
            0,
            "cut at                       printed          ends\n\n\
             not cut                      ordered          main returns\n                             and meanwhile\n                             \
             number Some(7)\n\n\
             line 6, at 0.0 s, in Sleep   ordered          main returns\n                             and meanwhile\n                             \
             number None\n",
            &[],
        ),
        (
            &["race.rs", "--cut", "ordr"],
            2,
            "",
            &["no lane of race.rs is called `ordr`", "  2   order (line 13)"],
        ),
        (
            &["race.rs", "--orders", "20", "--", "x"],
            1,
            "20 orders of race.rs print 2 different outputs\n\n\
             60.0 % (12 of 20), `--seed 2` replays it; ends: main returns\n  ordered\n  and meanwhile\n  number Some(7)\n\n\
             40.0 % (8 of 20), `--seed 1` replays it; ends: main returns\n  and meanwhile\n  ordered\n  number Some(7)\n",
            &[],
        ),
        (
            &["race.rs", "--seed", "1"],
            0,
            "and meanwhile\nordered\nnumber Some(7)\n",
            &[],
        ),
        (
            &["tests.rs", "--cut", "main"],
            2,
            "",
            &["take a program with a `main`, not tests"],
        ),
    ]);
}

#[test]
fn what_ends_badly_or_is_no_program_is_explained() {
    check(&[
        (&["missing.rs"], 2, "", &["error: missing.rs: cannot be read: "]),
        (
            &["helper/note.txt"],
            2,
            "",
            &["error: helper/note.txt is no Rust program: `try` takes a file"],
        ),
        (
            &["no-manifest"],
            2,
            "",
            &[
                "error: no-manifest/Cargo.toml: cannot be read: ",
                "needs the folder of a Cargo project",
            ],
        ),
        (
            &["project-unknown"],
            2,
            "",
            &["project-unknown/Cargo.toml: `try` does not have the crates axum, serde;"],
        ),
        (
            &["two-programs"],
            2,
            "",
            &["two-programs/Cargo.toml: the package has several programs: one, two."],
        ),
        (
            &["workspace"],
            2,
            "",
            &["workspace/Cargo.toml: describes a workspace; name the folder of one of its packages (app, shared)"],
        ),
        (
            &["fetches.rs"],
            1,
            "",
            &[" --> fetches.rs:3:26\n", "`try` has a `trpl` of its own without `get`,"],
        ),
        (
            &["endless.rs"],
            114,
            "",
            &[
                "it has reached its limit, 30000",
                " Sleep (line 4), to the end Sleep (line 4)\n",
            ],
        ),
        (
            &["no-main.rs"],
            1,
            "",
            &["error: no-main.rs: does not compile: it has neither a `main` nor tests\n"],
        ),
        (&["not-async.rs"], 1, "", &["error[E0752]: ", " --> not-async.rs:1:1\n"]),
        (
            &["does-not-compile.rs"],
            1,
            "",
            &["error[E0308]: mismatched types\n --> does-not-compile.rs:3:21\n"],
        ),
        (
            &["unknown-crate.rs"],
            1,
            "",
            &[
                " --> unknown-crate.rs:1:5\n",
                "`try` does not have the crate serde;",
                "`try` has anyhow, async_channel,",
            ],
        ),
        (
            &["panics.rs"],
            101,
            "",
            &[
                " panicked at panics.rs:4:5:\nno eggs\n",
                "  main  3.0 s Sleep (line 3)\n",
            ],
        ),
        (
            &["exits.rs"],
            3,
            "",
            &["(3.0 s on the virtual clock)\n  main  3.0 s Sleep (line 3)\n"],
        ),
        (
            &["deadlock.rs"],
            113,
            "waiting\ndeadlock at 0.0s: nothing can ever wake this program\n  main waits on line 7 for oneshot::Receiver\n",
            &["  main  to the end oneshot::Receiver (line 7)\n"],
        ),
    ]);
}

#[test]
fn a_program_that_prints_for_ever_is_cut() {
    let output = attempt(&["forever.rs"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output).len(), 1 << 20);
    let printed = stderr(&output);
    for expected in [
        // It goes on until it notices.
        "  main  65",
        " s Sleep (line 5)\n",
        "forever.rs printed 1 MiB, the limit, and was killed\n",
    ] {
        assert!(printed.contains(expected), "{expected:?} in\n{printed}");
    }
}

#[test]
fn test_functions_run_and_no_clock_keeps_them() {
    let output = attempt(&["tests.rs"]);
    assert_eq!(output.status.code(), Some(101), "{}", stderr(&output));
    let printed = stdout(&output);
    for expected in [
        "test an_hour_takes_no_time ... ok\n",
        "test eggs_are_counted ... FAILED\n",
    ] {
        assert!(printed.contains(expected), "{expected:?} in\n{printed}");
    }
}

#[test]
fn the_tests_of_a_project_are_those_of_its_library_and_its_program() {
    for (arguments, expected) in [
        (&["workspace/app", "--tests"][..], &["a_pot_takes_its_time", "sums"][..]),
        (&["workspace/app/tests/brews.rs"], &["brews"]),
    ] {
        let output = attempt(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        for name in expected {
            let line = format!("test {name} ... ok\n");
            assert!(stdout(&output).contains(&line), "{line:?} in\n{}", stdout(&output));
        }
        assert!(!stderr(&output).contains("warning"), "{}", stderr(&output));
    }
}

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
