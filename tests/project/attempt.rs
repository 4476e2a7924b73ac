//! `cargo run try`: programs that readers wrote.

mod around;

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::common::here;
use crate::lessons::{stderr, stdout};

/// Tries a program of `tests/attempt`, with a line of input.
fn attempt(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lessons"));
    command.arg("try").args(arguments).current_dir(here("tests/attempt"));
    run(&mut command)
}

fn run(command: &mut Command) -> Output {
    command
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("lessons can be started");
    // It fails if the program has ended without reading.
    let _ = child.stdin.take().expect("a pipe").write_all(b"a line");
    child.wait_with_output().expect("lessons ends")
}

/// What is tried, the exit code, all of standard output, and what standard error must hold.
type Row = (&'static [&'static str], i32, &'static str, &'static [&'static str]);

fn check(rows: &[Row]) {
    let found: Vec<String> = thread::scope(|scope| {
        let runs: Vec<_> = rows
            .iter()
            .map(|row| scope.spawn(move || (row, attempt(row.0))))
            .collect();
        runs.into_iter()
            .map(|run| run.join().expect("the run does not panic"))
            .filter(|((_, code, out, errors), output)| {
                let printed = stderr(output);
                output.status.code() != Some(*code)
                    || stdout(output) != *out
                    || errors.iter().any(|error| !printed.contains(error))
            })
            .map(|(row, output)| {
                let code = output.status.code();
                format!("{row:?}\nexit code {code:?}\n{}\n{}", stdout(&output), stderr(&output))
            })
            .collect()
    });
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn programs_run_as_they_are_on_the_virtual_clock() {
    check(&[
        (
            &["whole.rs", "--timeline", "--ascii", "--", "--an", "argument"],
            0,
            "in a task\nhad a nap\n\"a text\", [\"--an\", \"argument\"], \"a line\", \"whole.rs\"\n3 s at line 24\n",
            &[
                "Where the time went (3.0 s on the virtual clock)\n",
                "  main         2.0 s Sleep (helper/deep.rs:2), 1.0 s JoinHandle (whole.rs:18)\n",
                "  async block  1.0 s Sleep (whole.rs:15)\n",
                "lines are counted through the files: whole.rs from 1 on, helper.rs from 27 on, helper/deep.rs from 30 on",
            ],
        ),
        (
            &["whole.rs", "--real"],
            0,
            "in a task\nhad a nap\n\"a text\", [], \"a line\", \"whole.rs\"\n3 s at line 24\n",
            &[],
        ),
        (&["crates.rs"], 0, "[b\"egg\"] true\n", &["No time passed"]),
        (
            &["project"],
            0,
            "boiled for 3 minutes\nboiled for 5 minutes\n0.3.0 egg_timer\n",
            &["   boil 3  180.0 s Sleep (src/lib.rs:4)\n"],
        ),
        (
            &["trpl.rs"],
            0,
            "6\na task\nat once\n9\ntrue\nErr(2s)\n20\n40\n60\nErr(Elapsed(()))\nOk(1)\nErr(Elapsed(()))\nOk(2)\n3\n",
            &["0.5 s JoinHandle (line 35)"],
        ),
        (
            &["workers.rs"],
            0,
            "true\n",
            &[
                "note: workers.rs:3: asks for several workers, and the run shown has one thread",
                "note: workers.rs:1: reads the system's clock, which stays real",
            ],
        ),
        (
            &["workspace/app", "--timeline", "--ascii"],
            0,
            "looking\nbrewing on gas\nlooking\nbrewing on gas\ntea-room 2.1.0 with sugar\n",
            &[
                "   brew 3  180.0 s Sleep (src/pot.rs:5)\n",
                "src/main.rs from 1 on, src/lib.rs from 14 on, src/pot.rs from 22 on, workspace/shared/src/lib.rs from 28 on",
            ],
        ),
        (
            &["workspace/app/examples/mint.rs"],
            0,
            "looking\nbrewing on gas\nmint\n",
            &["  main  120.0 s Sleep (src/pot.rs:5)\n"],
        ),
    ]);
}

#[test]
fn programs_are_cut_and_run_in_other_orders() {
    check(&[
        (
            &["race.rs", "--cut", "order"],
            0,
            "cut at                       printed          ends\n\n\
             not cut                      ordered          main returns\n                             and meanwhile\n                             \
             number Some(7)\n\n\
             line 6, at 0.0 s, in Sleep   ordered          main returns\n                             and meanwhile\n                             \
             number None\n",
            &[],
        ),
        (
            &["race.rs", "--cut", "ordr"],
            2,
            "",
            &["no lane of race.rs is called `ordr`", "  2   order (line 13)"],
        ),
        (
            &["race.rs", "--orders", "20", "--", "x"],
            1,
            "20 orders of race.rs print 2 different outputs\n\n\
             60.0 % (12 of 20), `--seed 2` replays it; ends: main returns\n  ordered\n  and meanwhile\n  number Some(7)\n\n\
             40.0 % (8 of 20), `--seed 1` replays it; ends: main returns\n  and meanwhile\n  ordered\n  number Some(7)\n",
            &[],
        ),
        (
            &["race.rs", "--seed", "1"],
            0,
            "and meanwhile\nordered\nnumber Some(7)\n",
            &[],
        ),
        (
            &["tests.rs", "--cut", "main"],
            2,
            "",
            &["take a program with a `main`, not tests"],
        ),
    ]);
}

#[test]
fn what_ends_badly_or_is_no_program_is_explained() {
    check(&[
        (&["missing.rs"], 2, "", &["error: missing.rs: cannot be read: "]),
        (
            &["helper/note.txt"],
            2,
            "",
            &["error: helper/note.txt is no Rust program: `try` takes a file"],
        ),
        (
            &["no-manifest"],
            2,
            "",
            &[
                "error: no-manifest/Cargo.toml: cannot be read: ",
                "needs the folder of a Cargo project",
            ],
        ),
        (
            &["project-unknown"],
            2,
            "",
            &["project-unknown/Cargo.toml: `try` does not have the crates axum, serde;"],
        ),
        (
            &["two-programs"],
            2,
            "",
            &["two-programs/Cargo.toml: the package has several programs: one, two."],
        ),
        (
            &["workspace"],
            2,
            "",
            &["workspace/Cargo.toml: describes a workspace; name the folder of one of its packages (app, shared)"],
        ),
        (
            &["fetches.rs"],
            1,
            "",
            &[" --> fetches.rs:3:26\n", "`try` has a `trpl` of its own without `get`,"],
        ),
        (
            &["endless.rs"],
            114,
            "",
            &[
                "it has reached its limit, 30000",
                " Sleep (line 4), to the end Sleep (line 4)\n",
            ],
        ),
        (
            &["no-main.rs"],
            1,
            "",
            &["error: no-main.rs: does not compile: it has neither a `main` nor tests\n"],
        ),
        (&["not-async.rs"], 1, "", &["error[E0752]: ", " --> not-async.rs:1:1\n"]),
        (
            &["does-not-compile.rs"],
            1,
            "",
            &["error[E0308]: mismatched types\n --> does-not-compile.rs:3:21\n"],
        ),
        (
            &["unknown-crate.rs"],
            1,
            "",
            &[
                " --> unknown-crate.rs:1:5\n",
                "`try` does not have the crate serde;",
                "`try` has anyhow, async_channel,",
            ],
        ),
        (
            &["panics.rs"],
            101,
            "",
            &[
                " panicked at panics.rs:4:5:\nno eggs\n",
                "  main  3.0 s Sleep (line 3)\n",
            ],
        ),
        (
            &["exits.rs"],
            3,
            "",
            &["(3.0 s on the virtual clock)\n  main  3.0 s Sleep (line 3)\n"],
        ),
        (
            &["deadlock.rs"],
            113,
            "waiting\ndeadlock at 0.0s: nothing can ever wake this program\n  main waits on line 7 for oneshot::Receiver\n",
            &["  main  to the end oneshot::Receiver (line 7)\n"],
        ),
    ]);
}

#[test]
fn a_program_that_prints_for_ever_is_cut() {
    let output = attempt(&["forever.rs"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output).len(), 1 << 20);
    let printed = stderr(&output);
    for expected in [
        // It goes on until it notices.
        "  main  65",
        " s Sleep (line 5)\n",
        "forever.rs printed 1 MiB, the limit, and was killed\n",
    ] {
        assert!(printed.contains(expected), "{expected:?} in\n{printed}");
    }
}

#[test]
fn test_functions_run_and_no_clock_keeps_them() {
    let output = attempt(&["tests.rs"]);
    assert_eq!(output.status.code(), Some(101), "{}", stderr(&output));
    let printed = stdout(&output);
    for expected in [
        "test an_hour_takes_no_time ... ok\n",
        "test eggs_are_counted ... FAILED\n",
    ] {
        assert!(printed.contains(expected), "{expected:?} in\n{printed}");
    }
}

#[test]
fn the_tests_of_a_project_are_those_of_its_library_and_its_program() {
    for (arguments, expected) in [
        (&["workspace/app", "--tests"][..], &["a_pot_takes_its_time", "sums"][..]),
        (&["workspace/app/tests/brews.rs"], &["brews"]),
    ] {
        let output = attempt(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        for name in expected {
            let line = format!("test {name} ... ok\n");
            assert!(stdout(&output).contains(&line), "{line:?} in\n{}", stdout(&output));
        }
        assert!(!stderr(&output).contains("warning"), "{}", stderr(&output));
    }
}
