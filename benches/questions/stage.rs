//! How much slower the stage is than plain Tokio with a paused clock. This is a program of its own: it starts itself again for each
//! sample, since a process runs one listing. And it is a test, not a benchmark, for Cargo: so it is built in the dev
//! profile, as the programs of the parts are.

#[path = "harness/note.rs"]
mod note;

use std::env;
use std::path::Path;
use std::process::{Command, ExitCode};

use async_lessons_measurements::{Note, Unit};
use cpu_time::ProcessTime;
use note::report;
use stage::{Program, TRACE, VIRTUAL};

/// The program, on a crate that it calls `tokio`.
macro_rules! sleepers {
    ($name:ident, $tokio:ident) => {
        mod $name {
            use $tokio as tokio;

            include!("harness/sleepers.rs");

            pub fn run() -> std::process::ExitCode {
                stage::report(main)
            }
        }
    };
}

sleepers!(plain, tokio);
sleepers!(staged, stage_tokio);

/// How many times each operation is measured.
const SAMPLES: usize = 20;

/// The environment variable that makes this program run an operation, and print its processor time in nanoseconds.
const OPERATION: &str = "BENCH_OPERATION";

fn main() -> ExitCode {
    if let Ok(operation) = env::var(OPERATION) {
        return run(&operation);
    }
    let samples = if env::args().any(|argument| argument == "--bench") {
        SAMPLES
    } else {
        1
    };
    let file = tempfile::NamedTempFile::new().expect("a file for the trace can be created");
    let mut notes = [
        note(
            "plain",
            "Spawn 1,000 tasks that sleep ten times each; on a paused clock",
        ),
        note("run", "Do the same on the stage"),
        note("traced", "Do the same on the stage, and write a trace"),
    ];
    // One after the other, so that all are as fast as the machine is at the time.
    for _ in 0..samples {
        for note in &mut notes {
            note.values.push(measure(&note.name, file.path()));
        }
    }
    for note in &mut notes {
        note.cpu.clone_from(&note.values);
        eprintln!("stage/{}: {:.0} ns", note.name, note.values[samples - 1]);
    }
    report("stage", "How much slower is a program on the stage?", &notes);
    ExitCode::SUCCESS
}

fn note(name: &str, what: &str) -> Note {
    Note {
        name: name.into(),
        by: "tokio".into(),
        what: what.into(),
        unit: Unit::Cpu,
        values: vec![],
        cpu: vec![],
    }
}

/// The processor time of one run of an operation, in nanoseconds.
fn measure(operation: &str, file: &Path) -> f64 {
    let mut command = Command::new(env::current_exe().expect("this program has a path"));
    command.env(OPERATION, operation).args(["sleepers", VIRTUAL]);
    if operation == "traced" {
        command.arg(TRACE).arg(file);
    }
    let output = command.output().expect("this program starts again");
    let printed = String::from_utf8_lossy(&output.stdout);
    printed.trim().parse().expect("it prints a number of nanoseconds")
}

fn run(operation: &str) -> ExitCode {
    let start = ProcessTime::now();
    let code = match operation {
        "plain" => plain::run(),
        _ => stage::main(&[Program {
            name: "sleepers",
            path: "harness/sleepers.rs",
            source: include_str!("harness/sleepers.rs"),
            run: staged::run,
        }]),
    };
    println!("{}", start.elapsed().as_nanos());
    code
}
