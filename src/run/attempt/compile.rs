//! Compiles a reader's program with rustc.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::crates::{self, Crates};
use super::mirror::mirror;
use super::{Attempt, Package};
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
    let crates = Crates::build(root)?;
    let Package { library, main, .. } = &attempt.package;
    let roots: Vec<&Path> = library.iter().chain([main]).map(PathBuf::as_path).collect();
    mirror(&attempt.folder, &attempt.mirror(), &roots)?;
    let compiler = Compiler { attempt, crates, kind };
    let library = match library {
        Some(library) => Some(compiler.compile(library, Step::Library)?.0),
        None => None,
    };
    let (program, root_file) = match compiler.compile(main, Step::Program(library.as_deref())) {
        Err(Failure::NoMain) if kind == Kind::Stage => return build_alone(root, attempt, Kind::Tests),
        done => done?,
    };
    let mut sources = compiler.sources(&root_file)?;
    if library.is_some() {
        sources.extend(compiler.sources(&attempt.place.join(format!("{}.d", compiler.name(Step::Library))))?);
    }
    Ok(Built { program, kind, sources })
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

/// One call of rustc.
#[derive(Clone, Copy)]
enum Step<'l> {
    /// Of the package's library.
    Library,
    /// Of the program, which may use the package's library.
    Program(Option<&'l Path>),
}

struct Compiler<'a> {
    attempt: &'a Attempt,
    crates: Crates,
    kind: Kind,
}

impl Compiler<'_> {
    /// The name of what a step makes, without an extension.
    fn name(&self, step: Step<'_>) -> String {
        let kind = match self.kind {
            Kind::Stage => "stage",
            Kind::Plain => "plain",
            Kind::Tests => "tests",
        };
        match step {
            Step::Library => format!("lib{}-{kind}", self.attempt.package.name),
            Step::Program(_) => format!("{}-{kind}", self.attempt.package.name),
        }
    }

    /// Compiles a crate. Returns the file that was made, and the file that lists what it was made of.
    fn compile(&self, root: &Path, step: Step<'_>) -> Result<(PathBuf, PathBuf), Failure> {
        let place = &self.attempt.place;
        let name = self.name(step);
        let extension = match step {
            Step::Library => ".rlib",
            Step::Program(_) => env::consts::EXE_SUFFIX,
        };
        let (made, list) = (
            place.join(format!("{name}{extension}")),
            place.join(format!("{name}.d")),
        );
        if self.is_current(&made, &list, step)? {
            return Ok((made, list));
        }
        let output = self
            .rustc(root, step, &made, &list)?
            .output()
            .map_err(|error| problem!("cannot start rustc: {error}"))?;
        let report = Report::read(&output.stderr);
        let has_tests = fs::read_to_string(self.attempt.mirror().join(root)).is_ok_and(|text| text.contains("test]"));
        let has_no_main = report.codes.contains("E0601");
        if has_no_main && has_tests {
            return Err(Failure::NoMain);
        }
        if !report.text.is_empty() && !has_no_main {
            terminal::note(&report.text.trim_end());
        }
        if output.status.success() {
            return Ok((made, list));
        }
        let unknown: Vec<&str> = report.unknown.iter().map(String::as_str).collect();
        let why = match unknown.as_slice() {
            [] if has_no_main => "it has neither a `main` nor tests".to_owned(),
            [] => "rustc's messages above say why".to_owned(),
            unknown => crates::refusal(unknown),
        };
        let file = self.attempt.shown_folder.join(root);
        Err(Problem::in_file(file.to_string_lossy(), format!("does not compile: {why}")).into())
    }

    /// The command that compiles a crate.
    fn rustc(&self, root: &Path, step: Step<'_>, made: &Path, list: &Path) -> Result<Command> {
        let Attempt { package, place, .. } = self.attempt;
        let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        // From there, rustup finds the toolchain of this project.
        command.current_dir(place).stdin(Stdio::null());
        command.arg(self.attempt.mirror().join(root));
        command.args(["--crate-name", &package.name, "--edition", &package.edition]);
        command.args(["-Cdebuginfo=limited", "-Cembed-bitcode=no", "--error-format=json"]);
        command.args(["--json=diagnostic-rendered-ansi", "--cap-lints=warn"]);
        command.arg(format!("-Cincremental={}", place.join("incremental").display()));
        // Debug information names the same files as rustc's messages, as seen from the working directory of this process.
        let here = env::current_dir().unwrap_or_default();
        command.arg(format!("--remap-path-prefix={}={}", place.display(), here.display()));
        command.arg(format!(
            "--remap-path-prefix={}={}",
            self.attempt.mirror().display(),
            self.attempt.shown_folder.display()
        ));
        command.arg(format!("--emit=link={},dep-info={}", made.display(), list.display()));
        for (name, file) in self.crates.externs(self.kind != Kind::Plain)? {
            command.arg("--extern").arg(format!("{name}={}", file.display()));
        }
        if let Some(folder) = self.crates.folder() {
            command.arg(format!("-Ldependency={}", folder.display()));
        }
        match step {
            Step::Library => _ = command.arg("--crate-type=lib"),
            Step::Program(library) => {
                if let Some(library) = library {
                    command
                        .arg("--extern")
                        .arg(format!("{}={}", package.name, library.display()));
                }
                command.arg(if self.kind == Kind::Tests {
                    "--test"
                } else {
                    "--crate-type=bin"
                });
            }
        }
        command
            .env("CARGO_PKG_NAME", package.name.replace('_', "-"))
            .env("CARGO_PKG_VERSION", &package.version)
            .env("CARGO_MANIFEST_DIR", &self.attempt.folder);
        Ok(command)
    }

    /// Whether what a step makes is newer than all that it is made of.
    fn is_current(&self, made: &Path, list: &Path, step: Step<'_>) -> Result<bool> {
        let Some(time) = saved(made) else { return Ok(false) };
        let externs = self.crates.externs(self.kind != Kind::Plain)?;
        let mut parts: Vec<PathBuf> = externs.into_iter().map(|(_, file)| file.to_owned()).collect();
        let files = listed(list);
        if let Step::Program(Some(library)) = step {
            parts.push(library.to_owned());
        }
        let is_older = |file: &PathBuf| saved(file).is_some_and(|saved| saved <= time);
        Ok(!files.is_empty() && files.iter().chain(&parts).all(is_older))
    }

    /// The program's own files in a list of what a crate was made of.
    fn sources(&self, list: &Path) -> Result<Vec<Source>> {
        let mirror = self.attempt.mirror();
        let files = listed(list);
        let own = files.iter().filter_map(|file| file.strip_prefix(&mirror).ok());
        own.filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
            .map(|path| {
                let (shown, file) = (self.attempt.shown_folder.join(path), self.attempt.folder.join(path));
                let text = fs::read_to_string(&file)
                    .map_err(|error| Problem::in_file(shown.to_string_lossy(), format!("cannot be read: {error}")))?;
                let name = path.to_owned();
                Ok(Source {
                    name,
                    shown,
                    file,
                    text,
                })
            })
            .collect()
    }
}

impl Attempt {
    /// The folder that shows rustc the program's files.
    pub(super) fn mirror(&self) -> PathBuf {
        self.place.join("files")
    }
}

/// When a file was saved.
fn saved(file: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

/// The files in a list as `make` reads it.
fn listed(list: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(list).unwrap_or_default();
    // Each file has a rule of its own, which says nothing but that there is such a file.
    let rules = text.lines().filter_map(|line| line.strip_suffix(':'));
    rules.map(|file| file.replace("\\ ", " ").into()).collect()
}

/// What rustc reported.
#[derive(Default)]
struct Report {
    /// All messages, with styles.
    text: String,
    /// The codes of the messages.
    codes: BTreeSet<String>,
    /// What the program names as a crate, and is none.
    unknown: BTreeSet<String>,
}

impl Report {
    fn read(messages: &[u8]) -> Report {
        let mut report = Report::default();
        for line in String::from_utf8_lossy(messages).lines() {
            let Ok(message) = serde_json::from_str::<Value>(line) else {
                report.text += &format!("{line}\n");
                continue;
            };
            report.text += message["rendered"].as_str().unwrap_or_default();
            report.codes.extend(message["code"]["code"].as_str().map(str::to_owned));
            let text = message.to_string();
            for before in ["unlinked crate `", "can't find crate for `"] {
                let names = text.split(before).skip(1).filter_map(|rest| rest.split('`').next());
                report.unknown.extend(names.map(str::to_owned));
            }
        }
        report
    }
}
