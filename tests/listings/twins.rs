//! Every asyncio twin prints its listing's snapshot, or its own.
//!
//! Twins run on a virtual clock (`tests/twins/stage.py`), and those of `.real.rs` listings on the real clock. Without a supported
//! Python, these tests are ignored. `SNAPSHOTS=overwrite cargo test` accepts a twin's output, in its own snapshot if it differs from
//! the listing's.

use std::process::Command;
use std::sync::Arc;
use std::{env, fs};

use async_lessons::catalogue::{Catalogue, Listing, ROOT};
use async_lessons::run::PROGRAMS;
use async_lessons::run::twin::{self, PYTHON};
use libtest_mimic::{Arguments, Failed, Trial};

use crate::common;

/// A test for each twin.
pub fn trials(catalogue: &Arc<Catalogue>, arguments: &Arguments) -> Vec<Trial> {
    // Whether a twin's own output shall be accepted, which cuts it off from its listing's: only if it is named.
    let is_asked_for = arguments.filter.as_ref().is_some_and(|filter| filter.contains(".py"));
    let missing = twin::python().err();
    if let Some(reason) = &missing {
        eprintln!("the twins do not run: {reason}");
    }
    let is_ignored = missing.is_some();
    catalogue
        .listings()
        .filter(|listing| twin::file(catalogue, listing).is_some())
        .map(|listing| {
            let (catalogue, own) = (Arc::clone(catalogue), listing.clone());
            Trial::test(format!("{listing}.py"), move || test(&catalogue, &own, is_asked_for))
                .with_kind("python")
                .with_ignored_flag(is_ignored)
        })
        .chain([
            Trial::test("a twin that differs from its snapshot fails", differences_fail).with_ignored_flag(is_ignored),
            Trial::test("without Python, the tests are still listed", lists_without_python),
            Trial::test(
                "a twin is cut off from its listing only if it is named",
                cut_off_if_named,
            )
            .with_ignored_flag(is_ignored),
        ])
        .collect()
}

fn test(catalogue: &Catalogue, listing: &Listing, is_asked_for: bool) -> Result<(), Failed> {
    let printed = twin::run(catalogue, listing)?;
    let own = twin::own_snapshot(catalogue, listing);
    let shared = catalogue.listing_file(&listing.snapshot("stdout"));
    let is_shared = fs::read_to_string(&shared).unwrap_or_default().replace("\r\n", "\n") == printed;
    match (is_shared, own.exists(), common::is_accepting()) {
        (true, false, _) => Ok(()),
        (true, true, true) => Ok(fs::remove_file(&own)?),
        (true, true, false) => Err(format!(
            "the twin prints the same as its listing, but {} exists; delete it",
            own.display()
        )
        .into()),
        (false, true, _) => common::compare(&listing.twin(), &printed, &own),
        (false, false, true) if is_asked_for => common::compare(&listing.twin(), &printed, &own),
        (false, false, _) => {
            let difference = common::differ(&listing.twin(), &printed, &shared);
            let difference = difference.err().and_then(|failed| failed.message().map(str::to_owned));
            Err(format!(
                "{}the twin prints something else than its listing: make both print the same. Where the languages must differ, \
                 `SNAPSHOTS=overwrite cargo test {listing}.py` gives the twin a snapshot of its own",
                difference.unwrap_or_default()
            )
            .into())
        }
    }
}

/// Accepting the output of a listing makes no snapshot for its twin; accepting that of the twin does.
fn cut_off_if_named() -> Result<(), Failed> {
    let copy = common::copied(&["book", "listings"]);
    let file = copy.path().join("listings/tasks/join/three-fetches.py");
    fs::write(&file, fs::read_to_string(&file)?.replace("starts", "begins"))?;
    let own = file.with_extension("py.stdout");
    for (name, is_accepted) in [("join/three-fetches", false), ("join/three-fetches.py", true)] {
        let output = Command::new(env::current_exe()?)
            .arg(name)
            .env(ROOT, copy.path())
            .env(PROGRAMS, common::programs())
            .env("SNAPSHOTS", "overwrite")
            .output()?;
        if (output.status.success(), own.exists()) != (is_accepted, is_accepted) {
            let text = String::from_utf8_lossy(&output.stdout);
            return Err(format!("{name}: expected {is_accepted}, found {}\n{text}", own.exists()).into());
        }
    }
    Ok(())
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
            .env(PROGRAMS, common::programs())
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
