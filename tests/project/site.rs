//! The commands that the package of the site carries out.

use std::process::Command;

use crate::lessons::{stderr, stdout};

/// A command in whose environment nothing can be compiled.
fn without_cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lessons"));
    command.args(arguments).env("CARGO", "no-such-cargo");
    command
}

#[test]
fn serve_and_build_are_explained_and_checked_before_anything_is_compiled() {
    for (verb, option) in [("serve", "--hostname <HOST>"), ("build", "--pdf")] {
        let output = without_cargo(&[verb, "--help"])
            .output()
            .expect("lessons can be started");
        assert!(
            output.status.success() && stdout(&output).contains(option),
            "{}{}",
            stdout(&output),
            stderr(&output)
        );
        let output = without_cargo(&[verb, "--prot", "1"])
            .output()
            .expect("lessons can be started");
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        // The compiler is needed for the work itself.
        let output = without_cargo(&[verb]).output().expect("lessons can be started");
        assert!(stderr(&output).contains("no-such-cargo"), "{}", stderr(&output));
    }
}
