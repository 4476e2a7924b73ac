use std::time::Duration;
use tokio::time::{Instant, sleep, timeout_at};

type Answer = Result<&'static str, &'static str>;

async fn fetch(millis: u64, answer: Answer) -> Answer {
    sleep(Duration::from_millis(millis)).await;
    answer
}

async fn fetch_by(deadline: Instant, server: &[(u64, Answer)]) -> Answer {
    let mut wait = Duration::from_millis(100);
    let mut last = Err("not tried");
    for &(millis, answer) in server {
        let patience = Instant::now() + Duration::from_millis(300);
        let limit = patience.min(deadline);
        let tried = timeout_at(limit, fetch(millis, answer)).await;
        last = tried.unwrap_or(Err("no answer"));
        println!("  {last:?}");
        if last.is_ok() || Instant::now() + wait >= deadline {
            break;
        }
        sleep(wait).await;
        wait *= 2;
    }
    last
}

#[tokio::main]
async fn main() {
    let recovers = [(9_000, Ok("")), (100, Err("busy")), (100, Ok("<news>"))];
    let stays_busy = [(200, Err("busy")); 9];

    for server in [&recovers[..], &stays_busy[..]] {
        let start = Instant::now();
        let deadline = start + Duration::from_secs(1);
        let answer = fetch_by(deadline, server).await;
        println!("{:.1}s {answer:?}", start.elapsed().as_secs_f64());
    }
}
