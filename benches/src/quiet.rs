//! Whether the machine does nothing else. A measurement from a busy machine would be kept, quoted and believed.

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// So much longer than the fastest one a loop may take, nine times out of ten.
const SPREAD: f64 = 1.10;
/// This share of the time on the clock a thread may be without its core.
const WAITING: f64 = 0.05;
/// How often each core runs the loop.
const LOOPS: usize = 40;

/// What speaks against measuring now: on all cores at once, a loop that always does the same is run many times, and must take
/// the same time, nearly all of it on the processor.
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

/// Runs the loop; each time it took, and the share of the whole in which the thread had no processor.
fn loops() -> (Vec<Duration>, f64) {
    let (start, cpu) = (Instant::now(), ThreadTime::now());
    let times = (0..LOOPS).map(|_| once()).collect();
    let waiting = 1.0 - cpu.elapsed().as_secs_f64() / start.elapsed().as_secs_f64();
    (times, waiting)
}

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
    let spread = times[times.len() * 9 / 10].as_secs_f64() / times[0].as_secs_f64();
    if waiting > WAITING {
        return Some(format!(
            "something else had a core for {:.0} % of the time",
            waiting * 100.0
        ));
    }
    (spread > SPREAD).then(|| {
        format!(
            "the same loop takes up to {:.0} % longer than at its best",
            (spread - 1.0) * 100.0
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_machine_is_accepted_and_a_noisy_one_is_not() {
        let times = |slow: usize, by: u64| -> Vec<Duration> {
            let time = |index: usize| Duration::from_millis(if index < slow { by } else { 100 });
            (0..LOOPS).map(time).collect()
        };
        assert_eq!(judge(times(2, 200), 0.0), None, "two outliers are no noise");
        assert!(judge(times(10, 115), 0.0).is_some(), "a quarter of the loops was slow");
        assert!(judge(times(0, 0), 0.2).is_some(), "another program had the core");
    }
}
