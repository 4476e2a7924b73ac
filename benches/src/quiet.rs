//! Whether the machine does nothing else. A measurement from a busy machine would be kept, quoted and believed.
//!
//! As in FWQ (fixed work quantum), a benchmark of the noise that an operating system causes, the same work is timed many times: on a quiet
//! machine the times are nearly equal.

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// How much longer than the fastest loop the ninetieth percentile of the loops may be.
const SPREAD: f64 = 1.10;
/// The share of the time on the clock that a thread may spend without a core.
const WAITING: f64 = 0.05;
/// How many times each core runs the loop.
const LOOPS: usize = 40;

/// Why the machine is too noisy to measure now; `None` if it is quiet. Runs the same loop many times on all cores at once: it must take
/// about the same time every time, and spend nearly all of it on the processor.
///
/// # Panics
/// A thread cannot be started.
pub fn noise() -> Option<String> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads: Vec<_> = (0..cores).map(|_| thread::spawn(loops)).collect();
    let found = threads
        .into_iter()
        .map(|thread| thread.join().expect("the loop does not panic"));
    found
        .collect::<Vec<_>>()
        .into_iter()
        .find_map(|(times, waiting)| judge(times, waiting))
}

/// Runs the loop many times. Returns the time of each, and the share of the total that the thread spent without a core.
fn loops() -> (Vec<Duration>, f64) {
    let (start, cpu) = (Instant::now(), ThreadTime::now());
    let times = (0..LOOPS).map(|_| once()).collect();
    let waiting = 1.0 - cpu.elapsed().as_secs_f64() / start.elapsed().as_secs_f64();
    (times, waiting)
}

/// The time of one loop.
fn once() -> Duration {
    let start = Instant::now();
    let mut number = 1_u64;
    for _ in 0..5_000_000 {
        number = black_box(number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
    }
    start.elapsed()
}

fn judge(mut times: Vec<Duration>, waiting: f64) -> Option<String> {
    times.sort();
    // The nearest-rank percentile.
    let spread = times[times.len() * 9 / 10].as_secs_f64() / times[0].as_secs_f64();
    if waiting > WAITING {
        return Some(format!(
            "other programs used a core for {:.0} % of the time",
            waiting * 100.0
        ));
    }
    (spread > SPREAD).then(|| {
        format!(
            "a tenth of the loops took at least {:.0} % longer than the fastest",
            (spread - 1.0) * 100.0
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_machine_passes_and_a_noisy_one_does_not() {
        let times = |slow: usize, by: u64| -> Vec<Duration> {
            let time = |index: usize| Duration::from_millis(if index < slow { by } else { 100 });
            (0..LOOPS).map(time).collect()
        };
        assert_eq!(judge(times(2, 200), 0.0), None, "two outliers are not noise");
        assert!(judge(times(10, 115), 0.0).is_some(), "a quarter of the loops was slow");
        assert!(judge(times(0, 0), 0.2).is_some(), "another program had the core");
    }
}
