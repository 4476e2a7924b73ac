//! Programs on the real clock that are late, because other programs keep the processors busy.
//!
//! If such a program does not print what is accepted, it runs once again, while this process runs no other program. If it differs
//! even then, but only in times, the machine may be at fault: nothing should be accepted.

use std::sync::{PoisonError, RwLock};

use crate::problem::{Problem, Result};

/// Read by each run, written by a run that is alone.
static RUNS: RwLock<()> = RwLock::new(());

/// The units of the times that listings print, in seconds.
const UNITS: [(&str, f64); 7] = [
    ("s", 1.0),
    ("second", 1.0),
    ("seconds", 1.0),
    ("ms", 1e-3),
    ("µs", 1e-6),
    ("us", 1e-6),
    ("ns", 1e-9),
];

/// Runs a program while others may run. A call inside of another one can deadlock.
pub fn beside<T>(run: impl FnOnce() -> T) -> T {
    let _shared = RUNS.read().unwrap_or_else(PoisonError::into_inner);
    run()
}

/// Runs a program on the real clock, and once again, alone, if it does not print what is accepted. Returns what it printed last.
///
/// # Errors
/// Fails as `run` does.
pub fn again_alone<T>(run: impl Fn() -> Result<T>, is_accepted: impl Fn(&T) -> bool) -> Result<T> {
    let printed = beside(&run)?;
    if is_accepted(&printed) {
        return Ok(printed);
    }
    let _alone = RUNS.write().unwrap_or_else(PoisonError::into_inner);
    run()
}

/// The problem with the snapshot `file`, if a program on the real clock printed something that differs from it only in times.
pub fn late(file: &str, accepted: &str, printed: &str) -> Option<Problem> {
    difference(accepted, printed).is_some().then(|| {
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

/// By how many seconds the times in two texts differ, at most; `None` if the texts do not differ, or not only in times.
pub fn difference(accepted: &str, printed: &str) -> Option<f64> {
    let ((masked, times), (other, others)) = (split(accepted), split(printed));
    let differences = times.iter().zip(others).map(|(one, other)| (one - other).abs());
    (accepted != printed && masked == other).then(|| differences.fold(0.0, f64::max))
}

/// A text with `…` in place of the number of each time, such as `0.6s`, `120 ms` or `2 seconds`; and these times in seconds.
fn split(text: &str) -> (String, Vec<f64>) {
    let (mut masked, mut times) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (number, after) = from.split_at(end.unwrap_or(from.len()));
        let unit = after.strip_prefix(' ').unwrap_or(after);
        let unit = unit.split(|letter: char| !letter.is_alphanumeric()).next();
        masked.push_str(before);
        let unit = UNITS.iter().find(|(name, _)| Some(*name) == unit);
        let unit = unit.filter(|_| !masked.ends_with(char::is_alphanumeric));
        match (unit, number.parse::<f64>()) {
            (Some((_, seconds)), Ok(number)) => {
                masked.push('…');
                times.push(number * seconds);
            }
            _ => masked.push_str(number),
        }
        rest = after;
    }
    (masked + rest, times)
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
            (["oh", "no"], Ok("no"), 2),
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
            assert_eq!(again_alone(run, |text| *text == "0.6s"), last, "{printed:?}");
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
            assert_eq!(split(time).0, masked);
        }
        assert_eq!(difference("0.5s 2 ms", "0.75s 2 ms"), Some(0.25));
        assert_eq!(difference("0.5s 2 ms", "0.5s 502 ms"), Some(0.5));
        assert_eq!(difference("0.5s", "0.5s"), None);
    }
}
