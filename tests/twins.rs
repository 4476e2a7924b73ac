//! Every asyncio twin prints its listing's snapshot, or its own.
//!
//! Twins run on a virtual clock (`tests/twins/stage.py`), and those of `.real.rs` listings on the real clock. Without a supported
//! Python, these tests are ignored. `SNAPSHOTS=overwrite cargo test` accepts a twin's output, in its own snapshot if it differs from
//! the listing's.

mod common;

use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::{env, fs};

use async_lessons::catalogue::{Catalogue, Listing, ROOT};
use async_lessons::run::twin::{self, PYTHON};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(common::AT_A_TIME);
    let catalogue = match Catalogue::here() {
        Ok(catalogue) => Arc::new(catalogue),
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    };
    let missing = twin::python().err();
    if let Some(reason) = &missing {
        eprintln!("the twins do not run: {reason}");
    }
    let is_ignored = missing.is_some();
    let trials = catalogue
        .listings()
        .filter(|listing| twin::file(&catalogue, listing).is_some())
        .map(|listing| {
            let (catalogue, own) = (Arc::clone(&catalogue), listing.clone());
            Trial::test(format!("{listing}.py"), move || test(&catalogue, &own))
                .with_kind("python")
                .with_ignored_flag(is_ignored)
        })
        .chain([
            Trial::test("a twin that differs from its snapshot fails", differences_fail).with_ignored_flag(is_ignored),
            Trial::test("without Python, the tests are still listed", lists_without_python),
        ])
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn test(catalogue: &Catalogue, listing: &Listing) -> Result<(), Failed> {
    let printed = twin::run(catalogue, listing)?;
    let own = twin::own_snapshot(catalogue, listing);
    let shared = catalogue.listing_file(&listing.snapshot("stdout"));
    let is_shared = fs::read_to_string(&shared).unwrap_or_default().replace("\r\n", "\n") == printed;
    match (is_shared, own.exists(), env::var("SNAPSHOTS").as_deref()) {
        (true, false, _) => return Ok(()),
        (true, true, Ok("overwrite")) => return Ok(fs::remove_file(&own)?),
        (true, true, _) => {
            return Err(format!(
                "the twin prints the same as its listing, but {} exists; delete it",
                own.display()
            )
            .into());
        }
        (false, ..) => {}
    }
    let expected = if own.exists() || env::var_os("SNAPSHOTS").is_some() {
        own
    } else {
        shared
    };
    common::compare(&listing.twin(), &printed, &expected)
}

/// Runners such as cargo-nextest read the list from standard output, where nothing else may be.
fn lists_without_python() -> Result<(), Failed> {
    let output = Command::new(env::current_exe()?)
        .args(["--list", "--format", "terse"])
        .env("PATH", "")
        .env_remove(PYTHON)
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    if text.lines().count() > 100 && text.lines().all(|line| line.ends_with(": test")) {
        return Ok(());
    }
    Err(format!("expected a list of tests, found\n{text}").into())
}

/// A test fails if a twin prints something else, writes to standard error, or fails. Runs a test again on a copy of the listings.
fn differences_fail() -> Result<(), Failed> {
    let copy = common::copied(&["book", "listings"]);
    let passes = || -> Result<bool, Failed> {
        let mut again = Command::new(env::current_exe()?);
        let output = again
            .args(["--exact", "join/three-fetches.py"])
            .env(ROOT, copy.path())
            .env_remove("SNAPSHOTS")
            .output()?;
        Ok(output.status.success())
    };
    let file = copy.path().join("listings/tasks/join/three-fetches.py");
    let source = fs::read_to_string(&file)?;
    if !passes()? {
        return Err("expected the unchanged copy to pass".into());
    }
    for (from, to) in [
        ("starts", "begins"),
        ("seconds)", "seconds + 0.1)"),
        ("asyncio.run(main())", "asyncio.run(main())\nimport sys\nsys.exit(1)"),
        (
            "asyncio.run(main())",
            "asyncio.run(main())\nimport sys\nsys.stderr.write('oh')",
        ),
    ] {
        let broken = source.replace(from, to);
        if broken == source {
            return Err(format!("`{from}` is not in the twin").into());
        }
        fs::write(&file, broken)?;
        if passes()? {
            return Err(format!("`{to}` was accepted").into());
        }
    }
    fs::write(&file, &source)?;
    // A twin's own snapshot must differ from its listing's.
    fs::copy(file.with_extension("stdout"), file.with_extension("py.stdout"))?;
    if passes()? {
        return Err("a superfluous snapshot was accepted".into());
    }
    Ok(())
}
