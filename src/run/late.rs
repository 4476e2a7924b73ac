//! Programs on the real clock that are late, because other programs keep the processors busy.
//!
//! If what such a program prints differs from what is accepted, but only in times, it runs once again, while this process runs no other
//! program. If it differs even then, the machine may be at fault: nothing should be accepted.

use std::sync::{PoisonError, RwLock};

use crate::problem::{Problem, Result};

/// Read by each run, written by a run that is alone.
static RUNS: RwLock<()> = RwLock::new(());

/// The units of the times that listings print.
const UNITS: [&str; 7] = ["s", "second", "seconds", "ms", "µs", "us", "ns"];

/// Runs a program while others may run. A call inside of another one can deadlock.
pub fn beside<T>(run: impl FnOnce() -> T) -> T {
    let _shared = RUNS.read().unwrap_or_else(PoisonError::into_inner);
    run()
}

/// Runs a program on the real clock, and once again, alone, if it `is_late`. Returns what it printed last.
///
/// # Errors
/// Fails as `run` does.
pub fn again_alone<T>(run: impl Fn() -> Result<T>, is_late: impl Fn(&T) -> bool) -> Result<T> {
    let printed = beside(&run)?;
    if !is_late(&printed) {
        return Ok(printed);
    }
    let _alone = RUNS.write().unwrap_or_else(PoisonError::into_inner);
    run()
}

/// The problem with the snapshot `file`, if a program on the real clock printed something that differs from it only in times.
pub fn late(file: &str, accepted: &str, printed: &str) -> Option<Problem> {
    (accepted != printed && has_same_text(accepted, printed)).then(|| {
        Problem::in_file(
            file,
            format!(
                "the program prints other times than these, even when it runs alone. A busy machine makes it late: try again when \
                 there is less to do. If it still differs, let it print no times, or leave more room for them.\n\
                 --- accepted\n{accepted}--- printed\n{printed}"
            ),
        )
    })
}

/// Whether two texts are the same, or differ only in times.
pub fn has_same_text(accepted: &str, printed: &str) -> bool {
    without_times(accepted) == without_times(printed)
}

/// A text with `…` in place of the number of each time, such as `0.6s`, `120 ms` or `2 seconds`.
fn without_times(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (number, after) = from.split_at(end.unwrap_or(from.len()));
        let unit = after.strip_prefix(' ').unwrap_or(after);
        let unit = unit.split(|letter: char| !letter.is_alphanumeric()).next();
        masked.push_str(before);
        let is_time = UNITS.iter().any(|name| Some(*name) == unit)
            && !masked.ends_with(char::is_alphanumeric)
            && number.parse::<f64>().is_ok();
        masked.push_str(if is_time { "…" } else { number });
        rest = after;
    }
    masked + rest
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_program_that_is_late_runs_once_again() {
        // What each run prints, what is returned, and how many runs there are.
        for (printed, last, runs) in [
            (["0.6s", "-"], Ok("0.6s"), 1),
            (["0.7s", "0.6s"], Ok("0.6s"), 2),
            (["0.7s", "0.8s"], Ok("0.8s"), 2),
            (["oh", "0.6s"], Ok("oh"), 1),
            (["0.7s", "panic"], Err(Problem::from("panic")), 2),
            (["panic", "0.6s"], Err(Problem::from("panic")), 1),
        ] {
            let count = Cell::new(0);
            let run = || {
                let text = printed[count.replace(count.get() + 1)];
                if text == "panic" {
                    Err(Problem::from(text))
                } else {
                    Ok(text)
                }
            };
            let is_late = |text: &&str| late("egg.stdout", "0.6s", text).is_some();
            assert_eq!(again_alone(run, is_late), last, "{printed:?}");
            assert_eq!(count.get(), runs, "{printed:?}");
        }
    }

    #[test]
    fn only_a_difference_in_times_is_late() {
        let accepted = "2 eggs after 0.6s\nno end after 2 seconds\n";
        for (printed, is_late) in [
            (accepted, false),
            ("2 eggs after 0.7s\nno end after 2 seconds\n", true),
            ("2 eggs after 10.65 ms\nno end after 31 seconds\n", false),
            ("2 eggs after 16.6s\nno end after 3 seconds\n", true),
            ("3 eggs after 0.6s\nno end after 2 seconds\n", false),
            ("2 eggs after 0.7s\nan end after 2 seconds\n", false),
            ("2 eggs after 0.7s\n", false),
            ("2 eggs after 0.7s\nno end after 2 seconds", false),
            ("no end after 2 seconds\n2 eggs after 0.6s\n", false),
            ("", false),
        ] {
            assert_eq!(late("egg.stdout", accepted, printed).is_some(), is_late, "{printed}");
        }
        for (time, masked) in [
            ("3s", "…s"),
            ("3 ms.", "… ms."),
            ("(1.5µs)", "(…µs)"),
            ("3 spoons", "3 spoons"),
            ("3  s", "3  s"),
            ("a3s", "a3s"),
            ("1.2.3", "1.2.3"),
            ("3", "3"),
        ] {
            assert_eq!(without_times(time), masked);
        }
    }
}
