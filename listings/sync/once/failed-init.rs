use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::{Instant, sleep};

async fn connect(attempt: u32) -> Result<String, String> {
    println!("  attempt {attempt} starts");
    sleep(Duration::from_secs_f64(0.5)).await;
    match attempt {
        1 => Err("connection refused".to_string()),
        _ => Ok(format!("connection from attempt {attempt}")),
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let database = OnceCell::new();

    for attempt in 1..=3 {
        let connection = database.get_or_try_init(|| connect(attempt)).await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s call {attempt}: {connection:?}");
    }
}
