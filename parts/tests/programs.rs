//! The program of a part runs its listings on the stage.

use std::fs;
use std::process::{Command, Output};

/// Runs the program of the part `tasks`.
fn tasks(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_part-tasks"));
    program.args(arguments).output().expect("the program can be started")
}

/// The record holds the text of `println!` only if the macro is the facade's.
#[test]
fn a_listing_prints_and_sleeps_on_the_stage() {
    let file = std::env::temp_dir().join(format!("part-tasks-{}.json", std::process::id()));
    let output = tasks(&[
        "join/three-fetches",
        stage::VIRTUAL,
        stage::TRACE,
        &file.to_string_lossy(),
    ]);
    let record = fs::read_to_string(&file).expect("the record exists");
    fs::remove_file(&file).expect("the record can be deleted");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.ends_with("total 2.0s\n"), "{printed}");
    for line in printed.lines() {
        assert!(record.contains(&format!("{line}\\n")), "`{line}` in {record}");
    }
}

#[test]
fn unknown_names_are_reported() {
    let output = tasks(&["nonsense"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains("cargo run nonsense"), "{errors}");
}
