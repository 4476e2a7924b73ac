//! Builds and starts what measures: the Rust harnesses, and Python's, with and without uvloop.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use async_lessons_measurements::Note;
use serde_json::Value;

/// The harnesses, built.
pub struct Harnesses {
    root: PathBuf,
    /// By name: `questions` and `memory`.
    programs: BTreeMap<String, PathBuf>,
    /// What `python3` is asked with; none without Python.
    loops: Vec<&'static [&'static str]>,
}

/// What the harnesses noted for one question.
pub struct Measured {
    /// The question in words.
    pub asks: String,
    /// What was measured, Rust's part first.
    pub notes: Vec<Note>,
    /// The versions of Python and uvloop.
    pub versions: BTreeMap<String, String>,
}

impl Harnesses {
    /// Builds them as a reader's programs are built: in release mode, without the flag that this project sets for its tests.
    pub fn build(root: &Path) -> Result<Self> {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .args([
                "bench",
                "--locked",
                "--package",
                "async-lessons-benches",
                "--benches",
                "--no-run",
            ])
            .arg("--message-format=json-render-diagnostics")
            .env("RUSTFLAGS", "")
            .current_dir(root)
            .stderr(Stdio::inherit());
        let output = command.output().context("cannot start cargo")?;
        if !output.status.success() {
            bail!("the benchmarks do not compile; cargo's messages stand above");
        }
        let mut programs = BTreeMap::new();
        for line in String::from_utf8(output.stdout)?.lines() {
            let message: Value = serde_json::from_str(line)?;
            if let (Some(program), Some(name)) = (message["executable"].as_str(), message["target"]["name"].as_str()) {
                programs.insert(name.to_owned(), PathBuf::from(program));
            }
        }
        let works = |code: &str| {
            let status = Command::new("python3")
                .args(["-c", code])
                .stderr(Stdio::null())
                .status();
            status.is_ok_and(|status| status.success())
        };
        let mut loops: Vec<&[&str]> = Vec::new();
        if works("import sys; sys.exit(sys.version_info < (3, 11))") {
            loops.push(&[]);
            if works("import uvloop") {
                loops.push(&["--uvloop"]);
            } else {
                eprintln!("uvloop is not installed: measured without it");
            }
        } else {
            bail!("python3 is missing or older than 3.11: without it there is nothing to compare with");
        }
        Ok(Self {
            root: root.to_owned(),
            programs,
            loops,
        })
    }

    /// Measures what one question asks for.
    pub fn ask(&self, question: &str) -> Result<Measured> {
        let program = self.programs.get(question).or_else(|| self.programs.get("questions"));
        let program = program.context("cargo has built no benchmark")?;
        let notes = tempfile::NamedTempFile::new().context("cannot make a file for the notes")?;
        let mut rust = Command::new(program);
        // criterion's own report goes below target/, too, wherever this is started.
        rust.args(["--bench", "--quiet", "--discard-baseline", &format!("^{question}/")])
            .env("BENCH_NOTES", notes.path())
            .env("CRITERION_HOME", self.root.join("target/criterion"))
            .stdout(Stdio::inherit());
        succeed(&mut rust)?;
        let text = fs::read_to_string(notes.path()).context("cannot read the notes")?;
        let line = text
            .lines()
            .next()
            .with_context(|| format!("`{question}` measures nothing"))?;
        let mut measured = Measured {
            asks: String::new(),
            notes: Vec::new(),
            versions: BTreeMap::new(),
        };
        measured.take(line)?;

        let script = self.root.join(format!("benches/questions/{question}.py"));
        for arguments in self.loops.iter().filter(|_| script.exists()) {
            let mut python = Command::new("python3");
            python.arg("-B").arg(&script).args(*arguments).stdout(Stdio::piped());
            measured.take(&succeed(&mut python)?)?;
        }
        Ok(measured)
    }
}

impl Measured {
    /// Takes a harness's line of JSON.
    fn take(&mut self, line: &str) -> Result<()> {
        let mut line: Value = serde_json::from_str(line).context("a harness printed something else than its notes")?;
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

/// Runs a harness to its end; what it printed, where that is caught.
fn succeed(command: &mut Command) -> Result<String> {
    let child = command
        .spawn()
        .with_context(|| format!("cannot start {}", command.get_program().display()))?;
    let output = child.wait_with_output().context("cannot wait for a harness")?;
    if !output.status.success() {
        bail!("a harness failed ({}); its messages stand above", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}
