use futures::future::join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn ask(sensor: &str, delay_ms: u64) -> String {
    sleep(Duration::from_millis(delay_ms)).await;
    println!("{sensor} answers");
    format!("{sensor} ok")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let sensors = vec![("cellar", 900), ("kitchen", 300), ("attic", 600)];

    let mut questions = Vec::new();
    for (sensor, delay_ms) in sensors {
        questions.push(ask(sensor, delay_ms));
    }
    let answers: Vec<String> = join_all(questions).await;

    println!("{answers:?}");
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}
