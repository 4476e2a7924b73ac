use std::time::Duration;

pub async fn brew(minutes: u64) {
    println!("brewing on {}", shared::stove());
    tokio::time::sleep(Duration::from_secs(minutes * 60)).await;
}
