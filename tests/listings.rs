//! The book: every listing does what its suffix promises, and prints its snapshots; every twin does; chapters and lists agree.
//!
//! There is one test for each listing. On the virtual clock, a listing runs twice, and both runs must print the same.
//! `SNAPSHOTS=overwrite cargo test` accepts the output.
//!
//! This is one program, since Cargo starts no other one after a failure: it reports all faults of an unfinished chapter.

#[path = "listings/book.rs"]
mod book;
mod common;
#[path = "listings/names.rs"]
mod names;
#[path = "listings/orders.rs"]
mod orders;
#[path = "listings/twins.rs"]
mod twins;

use std::process::{Command, ExitCode};
use std::sync::{Arc, OnceLock};
use std::{env, fs};

use async_lessons::catalogue::{Catalogue, Listing, ROOT, Suffix};
use async_lessons::figure::{self, Request, all_requests};
use async_lessons::problem::Problem;
use async_lessons::run::PROGRAMS;
use async_lessons::run::diagnose::{Diagnoses, diagnose};
use async_lessons::run::output::{self, check_compile_error};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(common::AT_A_TIME);
    let catalogue = match Catalogue::here() {
        Ok(catalogue) => Arc::new(catalogue),
        Err(problem) => {
            eprintln!("error: {problem}");
            return ExitCode::FAILURE;
        }
    };
    let mut listings = trials(&catalogue);
    let mut twins = twins::trials(&catalogue, &arguments);
    if let Err(error) = names::select(&mut arguments, &catalogue, [&mut listings, &mut twins]) {
        eprintln!("error: no test has the name: {error}");
        return ExitCode::FAILURE;
    }
    if !arguments.list {
        common::programs();
    }
    // First what listings print is accepted, if it shall be: twins are compared with it.
    let first = libtest_mimic::run(&arguments, listings);
    let second = libtest_mimic::run(&arguments, twins);
    if first.has_failed() {
        first.exit_code()
    } else {
        second.exit_code()
    }
}

fn trials(catalogue: &Arc<Catalogue>) -> Vec<Trial> {
    // Listings that must not compile are compiled together, and only if one of their tests runs.
    let diagnoses = Arc::new(OnceLock::new());
    let book = |check: fn(&Catalogue) -> Result<(), Failed>| {
        let catalogue = Arc::clone(catalogue);
        move || check(&catalogue)
    };
    catalogue
        .listings()
        .map(|listing| {
            let (catalogue, diagnoses, own) = (Arc::clone(catalogue), Arc::clone(&diagnoses), listing.clone());
            Trial::test(listing.name(), move || test(&catalogue, &own, &diagnoses)).with_kind(kind(listing.suffix))
        })
        .chain([
            Trial::test("the book has no problems", book(book::has_no_problems)),
            Trial::test("the book has its tables", book(book::has_tables)),
            Trial::test("an output that differs from its snapshot fails", differences_fail),
            Trial::test("a listing that is late must not be accepted", lateness_is_not_accepted),
        ])
        .collect()
}

fn kind(suffix: Suffix) -> &'static str {
    suffix.as_str().trim_end_matches("rs").trim_matches('.')
}

/// A test fails if a snapshot differs, is missing, or should not exist. Runs a test again on a copy of the listings.
fn differences_fail() -> Result<(), Failed> {
    let copy = common::copied(&["book", "listings", "Cargo.lock", "rust-toolchain.toml"]);
    let name = "join/three-fetches";
    let fails = || -> Result<bool, Failed> {
        let mut again = Command::new(env::current_exe()?);
        let output = again
            .args(["--exact", name])
            .env(ROOT, copy.path())
            .env(PROGRAMS, common::programs())
            .env_remove("SNAPSHOTS")
            .output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(!output.status.success() && text.contains(&format!("---- {name} ----")))
    };
    let snapshot = copy.path().join("listings/tasks/join/three-fetches.stdout");
    let accepted = fs::read_to_string(&snapshot)?;
    if fails()? {
        return Err("expected the unchanged copy to pass".into());
    }
    for (file, text) in [
        (&snapshot, accepted.replace("2.0s", "2.1s")),
        // A wildcard of snapbox has no meaning here.
        (&snapshot, accepted.replace("A starts", "[..]")),
        (&snapshot.with_extension("stderr"), "a warning\n".to_owned()),
    ] {
        fs::write(file, &text)?;
        if !fails()? {
            return Err(format!("{} was accepted with\n{text}", file.display()).into());
        }
        fs::write(&snapshot, &accepted)?;
    }
    fs::remove_file(snapshot.with_extension("stderr"))?;
    fs::remove_file(&snapshot)?;
    if fails()? {
        Ok(())
    } else {
        Err("a missing snapshot was accepted".into())
    }
}

/// On the real clock, other times make a test fail without the advice to accept them, and a page is made with a warning. Anything else
/// that differs is an error for both.
fn lateness_is_not_accepted() -> Result<(), Failed> {
    const LATE: &str = "A busy machine makes it late";
    const ADVICE: &str = "SNAPSHOTS=overwrite";
    let copy = common::copied(&["book", "book.toml", "listings", "Cargo.lock", "rust-toolchain.toml"]);
    let name = "spawn/zero-sleep";
    let run = |mut command: Command| -> Result<(bool, String), Failed> {
        command.env(ROOT, copy.path()).env(PROGRAMS, common::programs());
        let output = command.env_remove("SNAPSHOTS").output()?;
        let text = [output.stdout, output.stderr].concat();
        Ok((output.status.success(), String::from_utf8_lossy(&text).into_owned()))
    };
    let snapshot = copy.path().join("listings/groups/spawn/zero-sleep.stdout");
    let accepted = fs::read_to_string(&snapshot)?;
    for (from, to, is_late) in [("90 ms", "80 ms", true), ("false", "true", false)] {
        fs::write(&snapshot, accepted.replace(from, to))?;
        let mut test = Command::new(env::current_exe()?);
        test.args(["--exact", name]);
        let (passes, text) = run(test)?;
        if passes || text.contains(LATE) != is_late || (is_late && text.contains(ADVICE)) {
            return Err(format!("a test with `{to}` says\n{text}").into());
        }
        let mut page = Command::new(env!("CARGO_BIN_EXE_lessons"));
        page.args(["show", name]);
        let (succeeds, text) = run(page)?;
        if succeeds != is_late || text.contains(LATE) != is_late || text.contains(ADVICE) == is_late {
            return Err(format!("a page with `{to}` says\n{text}").into());
        }
    }
    Ok(())
}

type SharedDiagnoses = OnceLock<Result<Diagnoses, Problem>>;

fn test(catalogue: &Catalogue, listing: &Listing, diagnoses: &SharedDiagnoses) -> Result<(), Failed> {
    let diagnosed = || diagnoses.get_or_init(|| diagnose(catalogue, catalogue.listings()));
    let printed = match listing.suffix {
        Suffix::Fail => {
            let known = diagnosed().clone()?;
            check_compile_error(listing, known.get(&listing.name()).cloned().unwrap_or_default())?
        }
        Suffix::Real => {
            // Wait for the compiler, which keeps all processors busy and would delay the listing's timers.
            diagnosed();
            output::run(catalogue, listing)?
        }
        Suffix::Plain | Suffix::Panic | Suffix::Hang => output::run_twice(catalogue, listing)?,
    };
    compare(catalogue, listing, "stdout", &printed.stdout)?;
    compare(catalogue, listing, "stderr", &printed.stderr)?;
    orders::check(catalogue, listing, &printed)?;
    cuts(catalogue, listing)
}

/// What chapters show of the cuts of a listing must be what was accepted, and must not change what they say it keeps.
fn cuts(catalogue: &Catalogue, listing: &Listing) -> Result<(), Failed> {
    for request in requests_of(catalogue, listing) {
        if let Some(file) = request.accepted_cuts(catalogue) {
            let shown = figure::cuts::shown(catalogue, listing, &request.lane())?;
            common::compare(&listing.name(), &shown, &catalogue.listing_file(&file))?;
            request.check_cuts(catalogue)?;
        }
    }
    Ok(())
}

/// What the chapters ask about a listing.
fn requests_of<'r>(catalogue: &Catalogue, listing: &Listing) -> impl Iterator<Item = &'r Request> {
    static REQUESTS: OnceLock<Vec<Request>> = OnceLock::new();
    let all = REQUESTS.get_or_init(|| all_requests(catalogue));
    let name = listing.name();
    all.iter().filter(move |request| request.listing() == Some(&name))
}

/// Compares an output with its snapshot, or accepts it. A listing that prints nothing has no snapshot.
fn compare(catalogue: &Catalogue, listing: &Listing, extension: &str, printed: &str) -> Result<(), Failed> {
    let file = catalogue.listing_file(&listing.snapshot(extension));
    if printed.is_empty() {
        return match (file.exists(), env::var("SNAPSHOTS").as_deref()) {
            (false, _) => Ok(()),
            (true, Ok("overwrite")) => Ok(fs::remove_file(&file)?),
            (true, _) => Err(format!(
                "{listing} prints nothing to {extension}, but {} exists; delete it",
                file.display()
            )
            .into()),
        };
    }
    common::compare(&listing.name(), printed, &file)
}
