use std::thread;
use std::time::{Duration, Instant};

const MANY: usize = 100;
const ROUNDS: usize = 10;

fn start_threads() {
    let threads: Vec<_> = (0..MANY).map(|_| thread::spawn(|| ())).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}

async fn start_tasks() {
    let tasks: Vec<_> = (0..MANY).map(|_| tokio::spawn(async {})).collect();
    for task in tasks {
        task.await.unwrap();
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (mut threads, mut tasks) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        start_threads();
        threads = threads.min(start.elapsed());

        let start = Instant::now();
        start_tasks().await;
        tasks = tasks.min(start.elapsed());
    }
    let answer = threads > 5 * tasks;
    println!(
        "{MANY} threads take more than 5 times as long as {MANY} tasks: {answer}"
    );
}
