//! Compiles a reader's program with rustc.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use super::Attempt;
use super::crates::{self, Crates};
use super::mirror::mirror;
use super::package::Crate;
use super::report::Report;
use super::stamp::{self, listed};
use crate::problem::{Problem, Result, problem};
use crate::terminal;

/// What to make of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A program on the stage.
    Stage,
    /// A program on plain Tokio.
    Plain,
    /// Its test functions, on the stage.
    Tests,
}

/// A program that was compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// The program.
    pub program: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// Its files, the root of the program first.
    pub sources: Vec<Source>,
}

/// A file of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path in the program's folder.
    pub name: PathBuf,
    /// Its path as rustc's messages name it.
    pub shown: PathBuf,
    /// Where it is.
    pub file: PathBuf,
    /// Its text.
    pub text: String,
}

/// Compiles a program, unless that was done since its files were last saved. rustc's messages go to standard error.
///
/// A program without a `main`, but with test functions, becomes [`Kind::Tests`].
///
/// # Errors
/// Fails if the program does not compile, or uses crates that are not there.
pub fn build(root: &Path, attempt: &Attempt, kind: Kind) -> Result<Built> {
    // Two commands may try the same program at the same time.
    let name = attempt.place.join("lock");
    let lock = fs::create_dir_all(&attempt.place).and_then(|()| fs::File::create(&name));
    let lock = lock.and_then(|lock| lock.lock().map(|()| lock));
    let _lock = lock.map_err(|error| problem!("{}: cannot be locked: {error}", name.display()))?;
    build_alone(root, attempt, kind)
}

/// Does what [`build`] does, while no other process does.
fn build_alone(root: &Path, attempt: &Attempt, kind: Kind) -> Result<Built> {
    let compiler = Compiler {
        attempt,
        libraries: Crates::build(root)?,
        kind,
    };
    for (index, one) in attempt
        .crates
        .iter()
        .enumerate()
        .filter(|(index, _)| attempt.is_first(*index))
    {
        let same = attempt.crates.iter().filter(|other| other.folder == one.folder);
        let roots: Vec<(PathBuf, String)> = same
            .map(|other| {
                let (file, shown) = (
                    one.folder.join(&other.root),
                    attempt.shown_folder(index).join(&other.root),
                );
                Ok((other.root.clone(), read(&file, &shown)?))
            })
            .collect::<Result<_>>()?;
        mirror(&one.folder, &attempt.mirror(index), &roots)?;
    }
    let last = attempt.crates.len() - 1;
    for index in 0..last {
        compiler.compile(index)?;
    }
    match compiler.compile(last) {
        Err(Failure::NoMain) if kind == Kind::Stage => return build_alone(root, attempt, Kind::Tests),
        done => done?,
    }
    let sources = (0..=last).rev().map(|index| compiler.sources(index));
    Ok(Built {
        program: compiler.made(last),
        kind,
        sources: sources.collect::<Result<Vec<_>>>()?.concat(),
    })
}

impl Attempt {
    /// Whether no crate before this one has the same folder.
    fn is_first(&self, index: usize) -> bool {
        self.first(index) == index
    }

    /// The first crate with the same folder.
    fn first(&self, index: usize) -> usize {
        let folder = &self.crates[index].folder;
        let first = self.crates.iter().position(|one| one.folder == *folder);
        first.unwrap_or(index)
    }

    /// The folder that shows rustc the files of a crate.
    fn mirror(&self, index: usize) -> PathBuf {
        self.place.join(format!("files-{}", self.first(index)))
    }

    /// The folder of a crate as messages name it.
    fn shown_folder(&self, index: usize) -> PathBuf {
        let folder = &self.crates[index].folder;
        if *folder == self.program().folder {
            return self.shown_folder.clone();
        }
        let here = env::current_dir().and_then(dunce::canonicalize).unwrap_or_default();
        folder.strip_prefix(here).unwrap_or(folder).to_owned()
    }
}

/// Why a program was not compiled.
enum Failure {
    /// It has no `main`, but test functions.
    NoMain,
    Problem(Problem),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        Failure::Problem(problem)
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Problem {
        match failure {
            Failure::NoMain => Problem::from("the program has neither a `main` nor tests"),
            Failure::Problem(problem) => problem,
        }
    }
}

struct Compiler<'a> {
    attempt: &'a Attempt,
    libraries: Crates,
    kind: Kind,
}

impl Compiler<'_> {
    fn one(&self, index: usize) -> &Crate {
        &self.attempt.crates[index]
    }

    /// Whether a crate is the program, not one of the libraries that it uses.
    fn is_program(&self, index: usize) -> bool {
        index + 1 == self.attempt.crates.len()
    }

    /// The path of what is made of a crate.
    fn made(&self, index: usize) -> PathBuf {
        match self.is_program(index) {
            true => self.file(index, env::consts::EXE_SUFFIX),
            false => self.file(index, ".rlib"),
        }
    }

    /// The path of a file that belongs to a crate, with this end.
    fn file(&self, index: usize, end: &str) -> PathBuf {
        let (before, kind) = match (self.kind, self.is_program(index)) {
            (Kind::Tests, true) => ("", "tests"),
            (Kind::Plain, is_program) => (if is_program { "" } else { "lib" }, "plain"),
            (_, true) => ("", "stage"),
            (_, false) => ("lib", "stage"),
        };
        let name = &self.one(index).name;
        self.attempt.place.join(format!("{before}{name}-{index}-{kind}{end}"))
    }

    /// Compiles a crate, unless what is there is current.
    fn compile(&self, index: usize) -> Result<(), Failure> {
        let list = self.file(index, ".d");
        if self.made(index).is_file() && stamp::is_current(&list, self.stamp(index)?.as_deref()) {
            return Ok(());
        }
        stamp::remove(&list).map_err(|error| problem!("{}: cannot be replaced: {error}", list.display()))?;
        let started = SystemTime::now();
        let output = self
            .rustc(index)?
            .output()
            .map_err(|error| problem!("cannot start rustc: {error}"))?;
        let report = Report::read(&output.stderr);
        let has_no_main = report.codes.contains("E0601");
        if has_no_main && self.has_tests(index) {
            return Err(Failure::NoMain);
        }
        if !report.text.is_empty() && !has_no_main {
            terminal::note(&report.text.trim_end());
        }
        if output.status.success() {
            stamp::keep(&list, self.stamp(index)?.as_deref(), started);
            return Ok(());
        }
        let unknown: Vec<&str> = report.unknown.iter().map(String::as_str).collect();
        let why = match unknown.as_slice() {
            [] if has_no_main => "it has neither a `main` nor tests".to_owned(),
            [] if report.fetches => {
                "`try` has a `trpl` of its own without `get`, `Html` and `Response`: it fetches no pages".to_owned()
            }
            [] => "rustc's messages above say why".to_owned(),
            unknown => crates::refusal(unknown),
        };
        let file = self.attempt.shown_folder(index).join(&self.one(index).root);
        Err(Problem::in_file(file.to_string_lossy(), format!("does not compile: {why}")).into())
    }

    /// The stamp of all that goes into a crate.
    fn stamp(&self, index: usize) -> Result<Option<String>> {
        let libraries = self.libraries.externs(self.kind != Kind::Plain)?;
        let own: Vec<PathBuf> = self.one(index).uses.iter().map(|(_, used)| self.made(*used)).collect();
        let libraries = libraries.into_iter().map(|(_, file)| file);
        let parts: Vec<&Path> = libraries.chain(own.iter().map(PathBuf::as_path)).collect();
        Ok(stamp::stamp(&self.file(index, ".d"), &parts, self.one(index)))
    }

    /// Whether one of a crate's files has a test function.
    fn has_tests(&self, index: usize) -> bool {
        let sources = self.sources(index).unwrap_or_default();
        let ends = ["#[test]", "::test]", "::test("];
        sources
            .iter()
            .any(|source| ends.iter().any(|end| source.text.contains(end)))
    }

    /// The command that compiles a crate.
    fn rustc(&self, index: usize) -> Result<Command> {
        let (attempt, place, one) = (self.attempt, &self.attempt.place, self.one(index));
        let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        // From there, rustup finds the toolchain of this project.
        command.current_dir(place).stdin(Stdio::null());
        command.arg(attempt.mirror(index).join(&one.root));
        command.args(["--crate-name", &one.name, "--edition", &one.edition]);
        command.args(["-Cdebuginfo=limited", "-Cembed-bitcode=no", "--error-format=json"]);
        command.args(["--json=diagnostic-rendered-ansi", "--cap-lints=warn"]);
        if cfg!(target_os = "macos") {
            // As Cargo does: to pack debug information takes long.
            command.arg("-Csplit-debuginfo=unpacked");
        }
        command.arg(format!("-Cincremental={}", place.join("incremental").display()));
        command.args(["--check-cfg", "cfg(feature, values(any()))", "--check-cfg", "cfg(test)"]);
        for feature in &one.features {
            command.arg("--cfg").arg(format!("feature=\"{feature}\""));
        }
        // Debug information names the same files as rustc's messages, as seen from the working directory of this process.
        let here = env::current_dir().unwrap_or_default();
        let renamed = |from: &Path, to: &Path| format!("--remap-path-prefix={}={}", from.display(), to.display());
        command.arg(renamed(place, &here));
        command.arg(renamed(&attempt.mirror(index), &attempt.shown_folder(index)));
        let (made, list) = (self.made(index), self.file(index, ".d"));
        command.arg(format!("--emit=link={},dep-info={}", made.display(), list.display()));
        for (name, file) in self.libraries.externs(self.kind != Kind::Plain)? {
            command.arg("--extern").arg(format!("{name}={}", file.display()));
        }
        for (name, used) in &one.uses {
            command
                .arg("--extern")
                .arg(format!("{name}={}", self.made(*used).display()));
        }
        for folder in self.libraries.folders().into_iter().chain([place.as_path()]) {
            command.arg(format!("-Ldependency={}", folder.display()));
        }
        command.arg(match (self.is_program(index), self.kind) {
            (false, _) => "--crate-type=lib",
            (true, Kind::Tests) => "--test",
            (true, _) => "--crate-type=bin",
        });
        command
            .env("CARGO_PKG_NAME", one.name.replace('_', "-"))
            .env("CARGO_PKG_VERSION", &one.version)
            .env("CARGO_MANIFEST_DIR", &one.folder);
        Ok(command)
    }

    /// A crate's own files.
    fn sources(&self, index: usize) -> Result<Vec<Source>> {
        let (mirror, shown) = (self.attempt.mirror(index), self.attempt.shown_folder(index));
        let is_own = self.one(index).folder == self.attempt.program().folder;
        let files = listed(&self.file(index, ".d"));
        let own = files.iter().filter_map(|file| file.strip_prefix(&mirror).ok());
        own.filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
            .map(|name| {
                let (shown, file) = (shown.join(name), self.one(index).folder.join(name));
                let text = read(&file, &shown)?;
                Ok(Source {
                    name: if is_own { name.to_owned() } else { shown.clone() },
                    shown,
                    file,
                    text,
                })
            })
            .collect()
    }
}

/// Reads a file that messages name as `shown`, as rustc does: without a mark of the byte order, and with line feeds alone.
fn read(file: &Path, shown: &Path) -> Result<String> {
    let text = fs::read_to_string(file)
        .map_err(|error| Problem::in_file(shown.to_string_lossy(), format!("cannot be read: {error}")))?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}
