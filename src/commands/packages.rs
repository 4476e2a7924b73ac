//! `serve`, `build` and `bench` run other packages, so that running listings requires neither mdBook nor the benchmarks.

use std::process::ExitCode;

use async_lessons_measurements::Selection;
use clap::Args;

use super::report::fail;
use crate::catalogue::Catalogue;
use crate::run::{cargo, replace_by};

/// The options of `serve`. This command checks them, and the site's program reads them again.
#[derive(Args, Clone, Debug)]
pub struct ServeOptions {
    /// The port on the loopback interface
    #[arg(long, default_value_t = 3000)]
    pub port: u16,
    /// Open the book in a browser
    #[arg(long)]
    pub open: bool,
}

/// The options of `build`. This command checks them, and the site's program reads them again.
#[derive(Args, Clone, Debug)]
pub struct BuildOptions {
    /// Also print the whole book into target/async-rust-lessons.pdf; needs Chromium
    #[arg(long)]
    pub pdf: bool,
}

/// Builds the package `async-lessons-site`, and replaces this process by its program.
pub fn site(catalogue: &Catalogue, verb: &str, options: &[String]) -> ExitCode {
    run_package(catalogue, "async-lessons-site", &[verb], options)
}

/// Builds the package `async-lessons-benches`, and replaces this process by its program. Measures all questions if none is selected.
pub fn bench(catalogue: &Catalogue, selection: &Selection, options: &[String]) -> ExitCode {
    let all = selection.questions.is_empty() && !selection.all;
    run_package(
        catalogue,
        "async-lessons-benches",
        if all { &["--all"] } else { &[] },
        options,
    )
}

/// Runs a package's program with Cargo.
fn run_package(catalogue: &Catalogue, package: &str, words: &[&str], options: &[String]) -> ExitCode {
    let mut command = cargo(&catalogue.root);
    command
        .args(["run", "--locked", "--package", package, "--"])
        .args(words)
        .args(options);
    replace_by(&mut command).unwrap_or_else(|problem| fail(&problem))
}
