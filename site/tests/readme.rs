//! The README's program, as somebody pastes it: skeptic hands it to rustc with the libraries that Cargo has built for these tests.

mod common;

use std::env;
use std::fs;
use std::process::Command;

use common::here;

#[test]
fn the_readmes_program_compiles_and_runs() {
    let text = fs::read_to_string(here().join("README.md")).expect("this project has it");
    let (_, rest) = text.split_once("\n```rust\n").expect("README.md has a block of Rust");
    let (program, _) = rest.split_once("```\n").expect("the block ends");
    // skeptic asks for the folder that Cargo gives to build scripts, and looks for the libraries from there.
    let own = env::current_exe().expect("a test has a file");
    let profile = own.ancestors().nth(2).expect("it is in PROFILE/deps");
    let out = profile.join("build/async-lessons-site/out");
    skeptic::rt::run_test(env!("CARGO_MANIFEST_DIR"), &out.to_string_lossy(), &host(), program);
}

/// The machine's own target, such as `x86_64-unknown-linux-gnu`.
fn host() -> String {
    let output = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .arg("-vV")
        .output();
    let text = String::from_utf8_lossy(&output.expect("rustc can be started").stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.expect("rustc names its host").to_owned()
}
