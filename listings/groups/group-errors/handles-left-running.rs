use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

async fn rent_hall() -> Result<String, String> {
    sleep(Duration::from_millis(500)).await;
    Err("hall is taken".to_string())
}

async fn hire_band() -> Result<String, String> {
    sleep(Duration::from_millis(1_000)).await;
    println!("  contract with the band signed");
    Ok("band hired".to_string())
}

async fn flat<T>(task: JoinHandle<Result<T, String>>) -> Result<T, String> {
    task.await.expect("neither task panics")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    println!("handles");
    let (hall, band) = (tokio::spawn(rent_hall()), tokio::spawn(hire_band()));
    let party = tokio::try_join!(hall, band);
    println!("  {:.1}s {party:?}", start.elapsed().as_secs_f64());

    let start = Instant::now();
    println!("handles, flattened");
    let (hall, band) = (tokio::spawn(rent_hall()), tokio::spawn(hire_band()));
    let party = tokio::try_join!(flat(hall), flat(band));
    println!("  {:.1}s {party:?}", start.elapsed().as_secs_f64());

    sleep(Duration::from_millis(1_000)).await;
    println!("  {:.1}s party is off", start.elapsed().as_secs_f64());
}
