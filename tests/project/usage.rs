//! How the command line explains itself, refuses wrong usage, and fails when it cannot print.

use std::fs;

use crate::lessons::{lessons, lessons_into, stderr, stdout};

#[test]
fn wrong_usage_has_exit_code_2() {
    for (arguments, complaint) in [
        (["--wirtual"].as_slice(), "unexpected argument"),
        (&["line", "join/three-fetches"], "<TEXT>"),
        (&["--virtual"], "<NAME>"),
        (&["--timeline"], "<NAME>"),
        (&["--python"], "<NAME>"),
        (&["help", "nonsense"], "no command is called `nonsense`"),
        (&["glossary"], "glossary has no listings to run"),
        (&["future/state-machine", "--python"], "has no twin in Python"),
        (&["join\u{1b}[31m"], "`join␛[31m` holds control characters"),
    ] {
        let output = lessons(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            stderr(&output).contains(complaint),
            "{arguments:?}: {}",
            stderr(&output)
        );
    }
}

/// The commands that a help lists.
pub fn listed(help: &[&str]) -> Vec<String> {
    let help = stdout(&lessons(help));
    let commands = help
        .split("Commands:\n")
        .nth(1)
        .and_then(|rest| rest.split("\n\n").next());
    let lines = commands.expect("the help lists the commands").lines();
    lines
        .filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
        .collect()
}

#[test]
fn the_help_shows_what_readers_need_and_more_if_asked() {
    let for_readers = ["help", "list", "try", "serve", "build", "bench"];
    assert_eq!(listed(&["help"]), for_readers);
    assert_eq!(listed(&["--help"]), for_readers);
    let all = listed(&["help", "--all"]);
    for command in ["new", "manifest", "trace", "show", "table"] {
        assert!(all.contains(&command.to_owned()), "{all:?}");
    }
    assert!(stdout(&lessons(&["help", "serve"])).contains("--port"));
    assert_eq!(
        stdout(&lessons(&["--version"])),
        format!("lessons {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(stdout(&lessons(&["list"])), stdout(&lessons(&[])));
}

/// Neither a full disk nor a reader that has stopped may be passed over, or cause a panic.
#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let rows: &[&[&str]] = &[
        &[],
        &["--help"],
        &["--version"],
        &["help", "--all"],
        &["list"],
        &["try", "--help"],
        &["serve", "--help"],
        &["build", "--help"],
        &["plain", "--help"],
        &["bench", "--help"],
        &["new", "--help"],
        &["manifest"],
        &["trace", "join/three-fetches"],
        &["show", "join/three-fetches"],
        &["cuts", "mpsc/reserve-first", "reserve"],
        &["line", "join/three-fetches", "sleep("],
        &["figure", "mutex/alone"],
        &["ratio", "mutex/alone", "mutex/alone:std"],
        &["figures", "mutex"],
        &["chart", "mutex"],
        &["api", "mutex"],
        &["table", "listings"],
        &["parts"],
        &["legend", "deadlock/set-aside-repaired"],
        &["test-util"],
        &["join/three-fetches", "--virtual"],
        &["join/three-fetches", "--timeline"],
        &["join", "--virtual"],
    ];
    for command in listed(&["help", "--all"]) {
        assert!(
            rows.iter().any(|row| row.first() == Some(&command.as_str())),
            "no row for `{command}`"
        );
    }
    for row in rows {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("Linux has this file");
        let output = lessons_into(full.into(), row);
        let expected = "error: cannot write to standard output: No space left on device (os error 28)\n";
        assert_eq!(
            (output.status.code(), stderr(&output).as_str()),
            (Some(1), expected),
            "{row:?}"
        );
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = lessons_into(writer.into(), row);
        assert_eq!(
            (output.status.code(), stderr(&output).as_str()),
            (Some(141), ""),
            "{row:?}"
        );
    }
}
