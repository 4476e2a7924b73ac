//! The command line, as users type it.

use std::fs;
use std::process::Command;

use crate::common::{copied, copy, here, programs};
use crate::lessons::{lessons, lessons_in, snapshot, stderr, stdout};
use async_lessons::catalogue::Catalogue;
use async_lessons::run::PROGRAMS;

#[test]
fn without_arguments_the_contents_are_listed() {
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
fn colors_follow_the_environment() {
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
fn listings_are_found_by_name_and_by_path() {
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
        "rustc's messages: {}",
        stderr(&chapter)
    );
}

#[test]
fn parts_and_chapters_are_found_by_name() {
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
fn a_listing_that_hangs_reports_its_deadlock() {
    let output = lessons(&["future/forgotten-wake"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), snapshot("tasks/future/forgotten-wake.stdout"));
}

#[test]
fn unknown_names_get_suggestions() {
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
fn ambiguous_names_get_candidates() {
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
        "error: `egg` is ambiguous; use one of boil/egg, fry/egg\n"
    );
    let output = lessons_in(project.path(), &["show", "boil"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("boil/egg, boil/pasta"), "{}", stderr(&output));
}

#[test]
fn wrong_usage_has_exit_code_2() {
    assert_eq!(lessons(&["--wirtual"]).status.code(), Some(2));
    assert_eq!(lessons(&["line", "join/three-fetches"]).status.code(), Some(2));
}

#[test]
fn every_shell_gets_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let text = stdout(&lessons(&["completions", shell]));
        assert!(text.contains("serve"), "{shell}");
    }
    // In the scripts for other shells, clap_complete writes commands and options, but no values of arguments.
    for shell in ["bash", "zsh"] {
        assert!(
            stdout(&lessons(&["completions", shell])).contains("join/three-fetches"),
            "{shell} completes the names of listings"
        );
    }
}

#[test]
fn a_new_chapter_passes_the_checks() {
    let project = copied(&[
        "benches/questions",
        "benches/results",
        "book",
        "book.toml",
        "listings",
        "parts",
    ]);
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
        "expected the chapter at the end of its part: {summary}"
    );
    assert!(
        summary.ends_with(
            "

# Kitchen

- [Boil](kitchen/boil.md)
"
        ),
        "expected a new part: {summary}"
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

/// The first Ctrl-C lets the listing clean up, the second one kills it. The exit code is that of an interrupted command.
#[cfg(unix)]
#[test]
fn ctrl_c_interrupts_the_listing() {
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
    let mut lines = BufReader::new(lessons.stdout.take().expect("stdout is piped")).lines();
    assert!(
        lines.by_ref().any(|line| line.is_ok_and(|line| line == "A starts")),
        "expected the listing to start"
    );
    for _ in 0..2 {
        // A terminal would also send it to the listing. Here only `lessons` gets it, and must kill the listing.
        let sent = Command::new("kill").args(["-INT", &lessons.id().to_string()]).status();
        assert!(sent.expect("kill can be started").success());
        std::thread::sleep(Duration::from_millis(200));
    }
    let output = lessons.wait_with_output().expect("lessons ends");
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(130), ""));
    assert!(
        lines.all(|line| line.is_ok_and(|line| !line.contains("total"))),
        "expected neither listing to finish"
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
        assert!(stderr(&output).contains("found no Python"), "{}", stderr(&output));
    }
    let output = lessons(&["future/state-machine", "--python"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("has no twin in Python"), "{}", stderr(&output));
}

#[test]
fn no_command_has_the_name_of_a_part_or_chapter() {
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
        "`cargo run {hidden:?}` runs a command instead of listings; rename the part or chapter"
    );
}
