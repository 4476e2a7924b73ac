//! Builds and starts the programs that measure: the Rust harnesses, and Python's with and without uvloop.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use async_lessons_measurements::Note;
use serde_json::Value;

/// The harnesses, ready to start.
pub struct Harnesses {
    root: PathBuf,
    /// The Rust programs by name: `questions`, `memory` and `stage`.
    programs: BTreeMap<String, PathBuf>,
    /// For each event loop of Python, the arguments that select it.
    loops: Vec<&'static [&'static str]>,
}

/// What the harnesses noted for one question.
#[derive(Default)]
pub struct Measured {
    /// The question in words.
    pub asks: String,
    /// The notes, Rust's first.
    pub notes: Vec<Note>,
    /// The versions of Python and uvloop, by name.
    pub versions: BTreeMap<String, String>,
}

impl Harnesses {
    /// Builds the harnesses that ask these questions of the project in `root`, and finds Python.
    ///
    /// # Errors
    /// They do not compile, or Python 3.11 is missing.
    pub fn build(root: &Path, questions: &[String]) -> Result<Self> {
        Ok(Self {
            root: root.to_owned(),
            programs: programs(root, questions)?,
            loops: loops()?,
        })
    }

    /// Measures what a question asks about.
    ///
    /// # Errors
    /// No harness knows the question, or a harness fails.
    pub fn ask(&self, question: &str) -> Result<Measured> {
        let mut measured = Measured::default();
        measured.add(&self.ask_rust(question)?)?;
        let script = self.root.join(format!("benches/questions/{question}.py"));
        for arguments in self.loops.iter().filter(|_| script.exists()) {
            let mut python = Command::new("python3");
            python.arg("-B").arg(&script).args(*arguments).stdout(Stdio::piped());
            measured.add(&succeed(&mut python)?)?;
        }
        Ok(measured)
    }

    /// Lets the Rust harness measure a question. Returns its line of JSON.
    fn ask_rust(&self, question: &str) -> Result<String> {
        let program = self.programs.get(question).or_else(|| self.programs.get("questions"));
        let program = program.context("cargo has built no benchmark")?;
        let notes = tempfile::NamedTempFile::new().context("cannot create a file for the notes")?;
        let mut rust = Command::new(program);
        // Keeps criterion's own report below target/, whatever the current folder is.
        rust.args(["--bench", "--quiet", "--discard-baseline", &format!("^{question}/")])
            .env("BENCH_NOTES", notes.path())
            .env("CRITERION_HOME", self.root.join("target/criterion"))
            .stdout(Stdio::inherit());
        succeed(&mut rust)?;
        let text = fs::read_to_string(notes.path()).context("cannot read the notes")?;
        let line = text.lines().next();
        Ok(line
            .with_context(|| format!("`{question}` measures nothing"))?
            .to_owned())
    }
}

impl Measured {
    /// Adds what a harness reported in a line of JSON.
    fn add(&mut self, line: &str) -> Result<()> {
        let mut line: Value = serde_json::from_str(line).context("a harness printed something other than its notes")?;
        if let Some(asks) = line["asks"].as_str() {
            self.asks = asks.to_owned();
        }
        let notes: Vec<Note> = serde_json::from_value(line["notes"].take())?;
        self.notes.extend(notes);
        if let Ok(versions) = serde_json::from_value::<BTreeMap<String, String>>(line["versions"].take()) {
            self.versions.extend(versions);
        }
        Ok(())
    }
}

/// Builds the Rust harnesses as a reader builds a program: in release mode, and without the flag that this project sets for its tests.
/// That of the stage is built as listings are.
fn programs(root: &Path, questions: &[String]) -> Result<BTreeMap<String, PathBuf>> {
    let (of_stage, others): (Vec<_>, Vec<_>) = questions.iter().partition(|question| *question == "stage");
    let mut programs = BTreeMap::new();
    if !others.is_empty() {
        programs.extend(built(cargo(root).args(["bench", "--benches"]).env("RUSTFLAGS", ""))?);
    }
    if !of_stage.is_empty() {
        programs.extend(built(cargo(root).args([
            "test",
            "--test",
            "stage",
            "--features",
            "stage",
        ]))?);
    }
    Ok(programs)
}

fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// The paths of the programs that a Cargo command builds, by name.
fn built(command: &mut Command) -> Result<BTreeMap<String, PathBuf>> {
    command
        .args(["--locked", "--package", "async-lessons-benches"])
        .args(["--no-run", "--message-format=json-render-diagnostics"])
        .stderr(Stdio::inherit());
    let output = command.output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!("the benchmarks do not compile; see cargo's messages above");
    }
    let mut programs = BTreeMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let message: Value = serde_json::from_str(line)?;
        if let (Some(program), Some(name)) = (message["executable"].as_str(), message["target"]["name"].as_str()) {
            programs.insert(name.to_owned(), PathBuf::from(program));
        }
    }
    Ok(programs)
}

/// For each event loop that this machine's Python has, the arguments that select it.
fn loops() -> Result<Vec<&'static [&'static str]>> {
    let works = |code: &str| {
        let mut python = Command::new("python3");
        let status = python.args(["-c", code]).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    if !works("import sys; sys.exit(sys.version_info < (3, 11))") {
        bail!("python3 is missing or older than 3.11, and without it there is nothing to compare with");
    }
    if !works("import uvloop") {
        eprintln!("uvloop is not installed: measuring without it");
        return Ok(vec![&[]]);
    }
    Ok(vec![&[], &["--uvloop"]])
}

/// Runs a harness to its end. Returns what it printed, if its output is piped.
fn succeed(command: &mut Command) -> Result<String> {
    let child = command
        .spawn()
        .with_context(|| format!("cannot start {}", command.get_program().display()))?;
    let output = child.wait_with_output().context("cannot wait for a harness")?;
    if !output.status.success() {
        bail!("a harness failed ({}); see its messages above", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}
