//! The command line, as a user meets it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::{copy, here, programs};
use async_lessons::catalogue::{Catalogue, ROOT};
use async_lessons::run::PROGRAMS;

/// Runs `lessons` with these arguments.
fn lessons(arguments: &[&str]) -> Output {
    lessons_in(&here(""), arguments)
}

/// Runs `lessons` on another project.
fn lessons_in(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(arguments)
        .env(PROGRAMS, programs())
        .env(ROOT, root)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("lessons can be started")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace("\r\n", "\n")
}

fn snapshot(path: &str) -> String {
    fs::read_to_string(here("listings").join(path)).expect("the snapshot is there")
}

#[test]
fn without_arguments_it_lists_the_contents() {
    let output = lessons(&[]);
    assert!(output.status.success());
    let text = stdout(&output);
    for expected in [
        "One task  tasks\n",
        "  join  Waiting for several things at once\n",
        "    future/forgotten-wake  never ends\n",
    ] {
        assert!(text.contains(expected), "{expected:?} in\n{text}");
    }
    assert!(!text.contains('\u{1b}'), "no colors in a pipe");
}

#[test]
fn colors_are_shown_when_asked_for_and_never_against_the_users_will() {
    let with = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lessons"));
        command
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env(name, "1");
        stdout(&command.output().expect("lessons can be started")).contains('\u{1b}')
    };
    assert!(with("CLICOLOR_FORCE"));
    assert!(!with("NO_COLOR"));
}

#[test]
fn a_listing_has_many_names() {
    let expected = snapshot("tasks/join/three-fetches.stdout");
    let file = here("listings/tasks/join/three-fetches.rs");
    for name in [
        "join/three-fetches",
        "three-fetches",
        "tasks/join/three-fetches",
        "listings/tasks/join/three-fetches.rs",
        &file.to_string_lossy(),
    ] {
        let output = lessons(&[name, "--virtual"]);
        assert_eq!(
            (output.status.code(), stdout(&output)),
            (Some(0), expected.clone()),
            "{name}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn a_chapter_runs_all_its_listings() {
    let chapter = lessons(&["async-await", "--virtual"]);
    assert_eq!(chapter.status.code(), Some(0), "{}", stderr(&chapter));
    let text = stdout(&chapter);
    assert!(text.starts_with("── async-await/lazy\nbefore the call\n"), "{text}");
    assert!(text.contains("── async-await/wrong-order-solved\n"), "{text}");
    assert!(
        stderr(&chapter).contains("error[E0728]"),
        "rustc's words: {}",
        stderr(&chapter)
    );
}

#[test]
fn groups_have_names_too() {
    let catalogue = Catalogue::load(&here("tests/whole")).expect("the fixture is whole");
    let count = |name: &str| catalogue.find(name).map(|selection| selection.listings.len());
    for (name, listings) in [
        ("all", 4),
        ("kitchen", 4),
        ("Kitchen", 4),
        ("boil", 3),
        ("kitchen/fry", 1),
    ] {
        assert_eq!(count(name), Ok(listings), "{name}");
    }
}

#[test]
fn a_listing_that_hangs_is_told_not_waited_for() {
    let output = lessons(&["future/forgotten-wake"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), snapshot("tasks/future/forgotten-wake.stdout"));
}

#[test]
fn unknown_names_get_the_nearest() {
    for (typed, suggested) in [
        ("joni", "join"),
        ("join/three-feches", "join/three-fetches"),
        ("serv", "serve"),
    ] {
        let output = lessons(&[typed]);
        assert_eq!(output.status.code(), Some(2), "{typed}");
        let message = stderr(&output);
        assert!(
            message.contains(&format!("`{typed}`")) && message.contains(suggested),
            "{message}"
        );
    }
    let output = lessons(&["zzz"]);
    assert!(
        stderr(&output).contains("`cargo run` lists all of them"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn ambiguous_names_get_the_candidates() {
    let project = tempfile::tempdir().expect("a folder for the project");
    copy(&here("tests/whole"), project.path());
    let manifest = project.path().join("listings/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("the manifest is there");
    let twice = text.replace(
        "\n]\n",
        "\n    { name = \"fry-egg\", path = \"kitchen/fry/egg.rs\" },\n]\n",
    );
    fs::write(&manifest, twice).expect("the manifest can be written");

    let output = lessons_in(project.path(), &["egg"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "error: `egg` may mean boil/egg or fry/egg; say which\n"
    );
    let output = lessons_in(project.path(), &["show", "boil"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(
        stderr(&output).contains("boil/egg or boil/pasta"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn wrong_options_are_told_with_exit_code_2() {
    assert_eq!(lessons(&["--wirtual"]).status.code(), Some(2));
    assert_eq!(lessons(&["line", "join/three-fetches"]).status.code(), Some(2));
}

#[test]
fn pages_get_what_was_accepted_and_nothing_else() {
    let output = lessons(&["show", "join/three-fetches"]);
    let expected = format!(
        "<code class=\"language-text\">{}</code>",
        snapshot("tasks/join/three-fetches.stdout")
    );
    assert!(stdout(&output).contains(&expected), "{}", stdout(&output));

    let line = lessons(&["line", "join/three-fetches", "sleep("]);
    assert_eq!(stdout(&line), "line 6\n");

    // A project in which the accepted output is another one.
    let project = tempfile::tempdir().expect("a folder for the project");
    for folder in ["benches/questions", "benches/results", "book", "listings"] {
        copy(&here(folder), &project.path().join(folder));
    }
    let changed = project.path().join("listings/tasks/join/three-fetches.stdout");
    fs::write(&changed, "A starts\n").expect("the snapshot can be written");
    let output = lessons_in(project.path(), &["show", "join/three-fetches"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    let message = stderr(&output);
    assert!(
        message.contains("listings/tasks/join/three-fetches.stdout") && message.contains("SNAPSHOTS=overwrite"),
        "{message}"
    );
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let text = stdout(&lessons(&["completions", shell]));
        assert!(text.contains("serve"), "{shell}");
    }
    // The scripts for the other shells complete commands and options only: clap_complete writes no values for names there.
    for shell in ["bash", "zsh"] {
        assert!(
            stdout(&lessons(&["completions", shell])).contains("join/three-fetches"),
            "{shell} knows the listings"
        );
    }
}

#[test]
fn a_new_chapter_is_whole_but_for_its_output() {
    let project = tempfile::tempdir().expect("a folder for the project");
    for folder in ["benches/questions", "benches/results", "book", "listings", "parts"] {
        copy(&here(folder), &project.path().join(folder));
    }

    for path in ["tasks/poll", "kitchen/boil"] {
        let output = lessons_in(project.path(), &["new", path]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    assert_eq!(async_lessons::checks::check(project.path()), Ok(Vec::new()));
    let summary = fs::read_to_string(project.path().join("book/SUMMARY.md")).expect("the summary is there");
    assert!(
        summary.contains(
            "(tasks/future.md)
- [Poll](tasks/poll.md)
"
        ),
        "at the end of its part: {summary}"
    );
    assert!(
        summary.ends_with(
            "

# Kitchen

- [Boil](kitchen/boil.md)
"
        ),
        "a part of its own: {summary}"
    );
    let read = |file: &str| fs::read_to_string(project.path().join("parts").join(file)).expect("the file is there");
    assert!(read("Cargo.toml").contains("    { name = \"part-kitchen\", "));
    assert!(read("src/bin/part-kitchen.rs").contains("boil_first_steps \"boil/first-steps\" \".rs\""));

    for (path, complaint) in [
        ("tasks/poll", "already"),
        ("tasks", "PART/CHAPTER"),
        ("Tasks/Poll", "PART/CHAPTER"),
        ("../x", "PART/CHAPTER"),
    ] {
        let output = lessons_in(project.path(), &["new", path]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(stderr(&output).contains(complaint), "{}", stderr(&output));
    }
}

/// A first Ctrl-C lets the listing clean up, a second one stops it; the exit code is that of an interrupted command.
#[cfg(unix)]
#[test]
fn ctrl_c_stops_cleanly() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    use std::time::Duration;

    let mut lessons = Command::new(env!("CARGO_BIN_EXE_lessons"))
        .args(["join/one-after-another", "join/three-fetches"])
        .env(PROGRAMS, programs())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("lessons can be started");
    let mut lines = BufReader::new(lessons.stdout.take().expect("it is piped")).lines();
    assert!(
        lines.by_ref().any(|line| line.is_ok_and(|line| line == "A starts")),
        "the listing has begun"
    );
    for _ in 0..2 {
        // A terminal would send it to the listing, too. This test sends it to `lessons` alone, which has to end the listing.
        let sent = Command::new("kill").args(["-INT", &lessons.id().to_string()]).status();
        assert!(sent.expect("kill can be started").success());
        std::thread::sleep(Duration::from_millis(200));
    }
    let output = lessons.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(130), ""));
    assert!(
        lines.all(|line| line.is_ok_and(|line| !line.contains("total"))),
        "neither listing came to its end"
    );
}

#[test]
fn twins_run_in_python() {
    let output = lessons(&["join/three-fetches", "--python"]);
    if async_lessons::run::twin::python().is_ok() {
        assert_eq!(
            stdout(&output),
            snapshot("tasks/join/three-fetches.stdout"),
            "{}",
            stderr(&output)
        );
    } else {
        assert!(stderr(&output).contains("there is no Python"), "{}", stderr(&output));
    }
    let output = lessons(&["future/state-machine", "--python"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("has no twin in Python"), "{}", stderr(&output));
}

#[test]
fn no_command_hides_a_part_or_a_chapter() {
    let help = stdout(&lessons(&["--help"]));
    let commands = help
        .split("Commands:")
        .nth(1)
        .and_then(|rest| rest.split("\n\n").next());
    let commands: Vec<&str> = commands
        .expect("the help lists the commands")
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.contains(&"serve"), "{commands:?}");
    let catalogue = Catalogue::load(&here("")).expect("the book is here");
    let parts = catalogue.parts.iter().map(|part| part.slug.as_str());
    let chapters = catalogue.chapters().map(|chapter| chapter.slug.as_str());
    let hidden: Vec<&str> = parts.chain(chapters).filter(|slug| commands.contains(slug)).collect();
    assert!(
        hidden.is_empty(),
        "`cargo run {hidden:?}` runs the command, not the chapter"
    );
}

#[test]
fn a_measurement_is_quoted_with_its_spread_or_reported_missing() {
    let project = here("tests/whole");
    for (arguments, expected) in [
        (
            ["figure", "stove/flame"].as_slice(),
            "100\u{a0}ns <span class=\"spread\">(90–120\u{a0}ns)</span>\n",
        ),
        (
            &["ratio", "stove/flame", "stove/match:std"],
            "10 <span class=\"spread\">(8.2–13)</span>\n",
        ),
    ] {
        let output = lessons_in(&project, arguments);
        assert_eq!(stdout(&output), expected, "{}", stderr(&output));
    }
    let chart = stdout(&lessons_in(&project, &["chart", "stove"]));
    assert!(chart.contains("Light the <code>stove</code>"), "{chart}");
    let table = stdout(&lessons_in(&project, &["figures", "stove"]));
    assert!(table.contains("| Light the `stove` | tokio | 100\u{a0}ns"), "{table}");
    for (arguments, expected) in [
        (
            ["figure", "stove/light"].as_slice(),
            "has no measurement `light tokio`; it has match std, flame tokio",
        ),
        (&["figure", "oven/flame"], "`cargo run bench oven` measures it"),
        (&["figure", "flame"], "write QUESTION/OPERATION"),
    ] {
        let output = lessons_in(&project, arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}
