//! Boils eggs.

pub async fn boil(minutes: u64) {
    tokio::time::sleep(std::time::Duration::from_secs(60 * minutes)).await;
    println!("boiled for {minutes} minutes");
}
