//! The command line, as users type it.

use std::fs;
use std::process::Command;

use crate::common::{copy, here, programs};
use crate::lessons::{lessons, lessons_in, snapshot, stderr, stdout};
use crate::usage::listed;
use async_lessons::catalogue::{Catalogue, ROOT};
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
        "./listings/tasks/join/three-fetches.py",
        "listings\\tasks\\join\\three-fetches.rs",
        "join/three-fetches.rs",
        "join/three_fetches",
        "Join/Three-Fetches.stdout",
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
        ("KITCHEN/", 4),
        ("listings/kitchen", 4),
        ("boil", 3),
        ("boil/", 3),
        ("listings/kitchen/boil", 3),
        ("book/kitchen/boil.md", 3),
        ("kitchen/fry", 1),
    ] {
        assert_eq!(count(name), Ok(listings), "{name}");
    }
    // An appendix has the same name, and nothing to run.
    let book = Catalogue::here().expect("the book is whole");
    let selection = book.find("cancel-safety").expect("a chapter");
    assert_eq!(selection.name, "cancellation/cancel-safety");
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
    let project = tempfile::tempdir().expect("a folder for the project");
    copy(&here("tests/whole"), project.path());
    fs::write(project.path().join("listings/kitchen/boil/tea.rs"), "").expect("a file can be written");
    let output = lessons_in(project.path(), &["listings/kitchen/boil/tea.rs"]);
    assert_eq!(output.status.code(), Some(2));
    let expected = "error: listings/kitchen/boil/tea.rs: not in listings/Cargo.toml; `cargo run manifest` enters it";
    assert!(stderr(&output).starts_with(expected), "{}", stderr(&output));
    assert_eq!(lessons(&["plain", "join/nope"]).status.code(), Some(2));
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

/// A backtrace would bury the message of a listing that shall panic.
#[test]
fn a_panic_on_purpose_has_no_backtrace() {
    let name = "async-await/sleep-outside";
    let mut command = Command::new(env!("CARGO_BIN_EXE_lessons"));
    command
        .args([name, "--virtual"])
        .env(PROGRAMS, programs())
        .env("RUST_BACKTRACE", "1");
    let output = command.output().expect("lessons can be started");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stderr(&output).contains(" panicked at ") && !stderr(&output).contains("stack backtrace"),
        "{}",
        stderr(&output)
    );
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
}

#[test]
fn no_command_has_the_name_of_a_part_or_chapter() {
    let commands = listed(&["help", "--all"]);
    let catalogue = Catalogue::load(&here("")).expect("the book is here");
    let parts = catalogue.parts.iter().map(|part| part.slug.as_str());
    let chapters = catalogue.chapters().map(|chapter| chapter.slug.as_str());
    let hidden: Vec<&str> = parts
        .chain(chapters)
        .filter(|slug| commands.iter().any(|command| command == slug))
        .collect();
    assert!(
        hidden.is_empty(),
        "`cargo run {hidden:?}` runs a command instead of listings; rename the part or chapter"
    );
}

/// The stage names lines and functions by debug information, which many users switch off for all of their projects.
#[test]
fn a_users_settings_of_cargo_change_no_output() {
    let output = Command::new(env!("CARGO_BIN_EXE_lessons"))
        .arg("deadlock/lock-order")
        .env_remove(PROGRAMS)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_STRIP", "true")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "3")
        .output()
        .expect("lessons can be started");
    assert_eq!(
        stdout(&output),
        snapshot("sync/deadlock/lock-order.stdout"),
        "{}",
        stderr(&output)
    );
}

/// Where a listing cannot run or be recorded, the message names the cause.
#[cfg(unix)]
#[test]
fn runs_that_are_impossible_or_without_events_are_explained() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder for the program");
    // Stands for a program whose listing calls `std::process::exit(0)`.
    let program = folder.path().join("part-kitchen");
    fs::write(&program, "#!/bin/sh\nexit 0\n").expect("a file can be written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a mode can be set");
    for (variable, value, complaint) in [
        (
            "NONE",
            "",
            "listings/kitchen/boil/egg.rs: exited with code 0 before `main` returned, so it has no timeline. `main` must return",
        ),
        ("TMPDIR", "/nowhere", "cannot create a folder for the run in /nowhere"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_lessons"))
            .args(["trace", "boil/egg"])
            .env(ROOT, here("tests/whole"))
            .env(PROGRAMS, &program)
            .env(variable, value)
            .output()
            .expect("lessons can be started");
        assert_eq!(output.status.code(), Some(1), "{complaint}");
        assert!(stderr(&output).contains(complaint), "{}", stderr(&output));
    }
}
