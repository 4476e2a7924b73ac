//! Every listing does what its suffix says, and prints what its snapshots hold.
//!
//! One test for each; those on the virtual clock run twice, and must not differ by a byte. `SNAPSHOTS=overwrite cargo test`
//! accepts what they print now.

mod common;

use std::process::{Command, ExitCode};
use std::sync::{Arc, OnceLock};
use std::{env, fs};

use async_lessons::catalogue::{Catalogue, Listing, ROOT, Suffix};
use async_lessons::problem::Problem;
use async_lessons::run::PROGRAMS;
use async_lessons::run::diagnose::{Diagnoses, diagnose};
use async_lessons::run::observe::{compile_error, observe, observe_twice};
use libtest_mimic::{Arguments, Failed, Trial};
use snapbox::{Assert, Data};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(common::AT_A_TIME);
    let catalogue = match Catalogue::here() {
        Ok(catalogue) => Arc::new(catalogue),
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::FAILURE;
        }
    };
    common::programs();
    // Those that do not compile are compiled together: one start of Cargo, and only if one of them is asked for.
    let diagnoses = Arc::new(OnceLock::new());
    let trials = catalogue
        .listings()
        .map(|listing| {
            let (catalogue, diagnoses, own) = (Arc::clone(&catalogue), Arc::clone(&diagnoses), listing.clone());
            Trial::test(listing.name(), move || test(&catalogue, &own, &diagnoses)).with_kind(kind(listing.suffix))
        })
        .chain([
            Trial::test("the stage is seeded", seeded),
            Trial::test("an output that was not accepted is told", unaccepted),
        ])
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn kind(suffix: Suffix) -> &'static str {
    suffix.as_str().trim_end_matches("rs").trim_matches('.')
}

/// Without its seed the stage would fail some listings, now and then; this says why.
fn seeded() -> Result<(), Failed> {
    if stage::is_seeded() {
        return Ok(());
    }
    Err("tokio was built without `--cfg tokio_unstable`, so that `select!` and `watch` choose at random. \
         .cargo/config.toml sets it; a RUSTFLAGS variable in the environment replaces that: unset it, or add the flag to it"
        .into())
}

/// These tests fail where a snapshot is another, missing, or one too many: they run again, on a copy of the listings.
fn unaccepted() -> Result<(), Failed> {
    let copy = tempfile::tempdir()?;
    for folder in ["book", "listings"] {
        common::copy(&common::here(folder), &copy.path().join(folder));
    }
    for file in ["Cargo.lock", "rust-toolchain.toml"] {
        fs::copy(common::here(file), copy.path().join(file))?;
    }
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
        return Err("the copy should be as good as the original".into());
    }
    for (file, text) in [
        (&snapshot, accepted.replace("2.0s", "2.1s")),
        // What snapbox would take for a wildcard is not one here.
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

type Known = OnceLock<Result<Diagnoses, Problem>>;

fn test(catalogue: &Catalogue, listing: &Listing, diagnoses: &Known) -> Result<(), Failed> {
    let diagnosed = || diagnoses.get_or_init(|| diagnose(catalogue, catalogue.listings()));
    let observation = match listing.suffix {
        Suffix::Fail => {
            let known = diagnosed().clone()?;
            compile_error(listing, known.get(&listing.name()).cloned().unwrap_or_default())?
        }
        Suffix::Real => {
            // Beside the compiler, which keeps all processors busy, its waits would be late.
            diagnosed();
            observe(catalogue, listing)?
        }
        Suffix::Plain | Suffix::Panic | Suffix::Hang => observe_twice(catalogue, listing)?,
    };
    compare(catalogue, listing, "stdout", &observation.stdout)?;
    compare(catalogue, listing, "stderr", &observation.stderr)
}

/// Compares with the snapshot, or accepts. A listing that prints nothing has no snapshot.
fn compare(catalogue: &Catalogue, listing: &Listing, extension: &str, printed: &str) -> Result<(), Failed> {
    let file = catalogue.listing_file(&listing.snapshot(extension));
    if printed.is_empty() {
        return match (file.exists(), env::var("SNAPSHOTS").as_deref()) {
            (false, _) => Ok(()),
            (true, Ok("overwrite")) => Ok(fs::remove_file(&file)?),
            (true, _) => Err(format!("{listing} prints nothing to {extension}, but {} exists", file.display()).into()),
        };
    }
    // Raw: snapbox's own wildcards would let a listing print something else than its snapshot.
    let expected = Data::read_from(&file, None).raw();
    let printed = Data::text(printed).raw();
    Assert::new()
        .action_env("SNAPSHOTS")
        .try_eq(Some(&listing.name()), printed, expected)?;
    Ok(())
}
