use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

async fn save(start: Instant) -> &'static str {
    sleep(Duration::from_secs(1)).await;
    println!("{:.1}s on disk", start.elapsed().as_secs_f64());
    "saved"
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let patience = Duration::from_millis(400);
    let mut saving = tokio::spawn(save(start));
    if timeout(patience, &mut saving).await.is_err() {
        println!("{:.1}s still saving", start.elapsed().as_secs_f64());
    }

    let outcome = saving.await.expect("saving does not panic");
    println!("{:.1}s {outcome}", start.elapsed().as_secs_f64());
}
